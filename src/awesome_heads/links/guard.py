"""Which addresses of the internet may be asked, and which lie within somebody's own network."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

_NAT64 = IPv6Network("64:ff9b::/96")
_UNICAST = IPv6Network("2000::/3")
# Public by number, yet answered by the machine that a cloud's virtual machine runs on.
_METADATA = {ip_address("168.63.129.16"), ip_address("100.100.100.200"), ip_address("192.0.0.192")}
# Set aside for documents and for the protocols themselves since some Pythons were made.
_SET_ASIDE = tuple(map(ip_network, ("192.88.99.0/24", "2001::/23", "3fff::/20")))


def is_public(number: str) -> bool:
    """Whether an address, as a resolver gives it, is one that anybody on the internet can ask.

    Loopback, private, link-local, shared, multicast and reserved ones are not, nor those by which
    clouds tell secrets; an IPv6 address that stands for an IPv4 one is as that is.
    """
    try:
        address = ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        meant = _within(address)
        if meant is not None:
            return is_public(str(meant))
        if address not in _UNICAST:
            return False
    if address in _METADATA or any(address in network for network in _SET_ASIDE):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _within(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for, if it does."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
