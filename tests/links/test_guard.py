"""Which addresses may be asked."""

import pytest

from awesome_heads.links.guard import is_public

PUBLIC = ["8.8.8.8", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::808:808"]
PUBLIC += ["::ffff:8.8.8.8", "2002:808:808::1"]
NOT_PUBLIC = {
    "loopback": ["127.0.0.1", "127.255.255.254", "::1"],
    "private": ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd00::1"],
    "link-local": ["169.254.0.1", "fe80::1", "fe80::1%eth0"],
    "metadata": ["169.254.169.254", "100.100.100.200", "192.0.0.192", "168.63.129.16"],
    "metadata by IPv6": ["fd00:ec2::254", "fd20:ce::254"],
    "shared": ["100.64.0.1", "100.127.255.255"],
    "unspecified": ["0.0.0.0", "0.1.2.3", "::"],  # noqa: S104 -- nobody listens here
    "multicast": ["224.0.0.1", "239.255.255.255", "ff02::1"],
    "reserved": ["240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "198.51.100.1"],
    "documents": ["203.0.113.9", "2001:db8::1", "3fff::1"],
    "site-local": ["fec0::1"],
    "IPv4 in IPv6": ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254"],
    "IPv4 by translation": ["64:ff9b::7f00:1", "64:ff9b:1::1", "64:ff9b::a9fe:a9fe"],
    "IPv4 by tunnel": ["2002:7f00:1::1", "2002:a00:1::1", "2001:0:7f00:1::1", "::127.0.0.1"],
    "no address": ["", "example.org", "1", "127.1", "0x7f.1", "[::1]", "999.1.1.1"],
}


@pytest.mark.parametrize("number", PUBLIC)
def test_public(number: str) -> None:
    """An address that anybody can ask is public, in whatever form IPv6 carries it."""
    assert is_public(number)


@pytest.mark.parametrize("kind", NOT_PUBLIC)
def test_not_public(kind: str) -> None:
    """No address of these kinds is public."""
    assert [number for number in NOT_PUBLIC[kind] if is_public(number)] == []
