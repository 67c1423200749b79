"""One made-up file of each kind that uses every field there is."""

RECORD_PATH = "papers/2024/ferry-heads.yaml"
RECORD = """\
title: "Ferry Heads: Moving Answers Across Long Prompts"
date: 2024-03-18
authors:
  - Ines Example
  - Tomas Sample
venue: arXiv
published:
  venue: ACL
  date: 2024-08
  doi: 10.5555/ferry.2024.17
  url: https://example.org/proceedings/ferry-heads
  pages: 210-225
  title: "Ferry Heads: Carrying Answers Through Long Prompts"
added: 2024-04-02
tags: [Retrieval Head, Mover Head]
methods: [Scoring]
links:
  paper: https://arxiv.org/abs/2403.00000
  code: https://example.org/ferry/code
  data: [https://example.org/ferry/short, https://example.org/ferry/long]
  demo: https://example.org/ferry/demo
  project: https://example.org/ferry
  video: https://example.org/ferry/talk
  slides: https://example.org/ferry/slides.pdf
  poster: https://example.org/ferry/poster.pdf
  blog: https://example.org/ferry/post
summary:
  innovation: Finds **five heads** that carry an answer from a far-off line to the last position.
  tasks: Look-up in made-up timetables of up to 4,000 lines, on two open models.
  result: Without those five, accuracy falls from 91% to 34%; without five others it stays.
abstract_url: https://example.org/proceedings/ferry-heads/abstract
bibtex_key: example2024ferry
former_ids: [ferry-heads-draft]
former_titles: [Ferry Heads]
ignore: {shared-code: one library serves both papers}
"""

VOCABULARY_PATH = "taxonomy/kites.yaml"
VOCABULARY = """\
title: Kites
singular: Kite
group_title: Families
description: Kinds of kite that the papers fly.
on_records: true
groups:
  - name: Framed
    description: Kites held in shape by sticks.
    colour: {light: '#8a6e00', dark: '#d7bc66'}
    groups:
      - name: Flat
        description: One plane, and a tail to steady it.
  - name: Soft
    description: Kites held in shape by the wind.
flows:
  - start: Framed
    end: Soft
    label: lighter sails
properties:
  wind:
    label: Wind
    description: The least wind that lifts it.
  reach:
    label: Reach
    description: How high it climbs.
    scale: [low, middling, high]
terms:
  - name: Diamond Kite
    description: The kite that children draw, *with* a tail.
    aliases: [Eddy Kite]
    group: [Framed, Flat]
    wind: 4 m/s
    reach: low/middling
  - name: Sled
    group: [Soft]
walkthroughs:
  - title: A sled pulls a diamond up
    about: Two kites fly on *one* line.
    prompt: [No, wind, below, but, some, above]
    answer: Both rise
    steps:
      - group: Soft
        terms: [Sled]
        reads: [5, 6]
        writes: a tight line
        text: The sled fills in the wind above and tightens the line.
      - group: Framed
        terms: [Diamond Kite]
        reads: [2]
        after: [1]
        writes: lift
        text: Pulled along by that line, the diamond finds lift without wind of its own.
"""

SETTINGS = """\
name: Awesome Kite Papers
title: Awesome Kite Papers
description: Papers on how kites stay up.
lead: What keeps a kite in the air? Each paper here has part of the answer.
introduction:
  - This list gathers papers on *kites* and says of each what it found.
highlights:
  title: Where to begin
  text: [Three things help at first.]
  points:
    - A kite needs **wind** and a line.
    - A tail keeps it from spinning.
site_url: https://example.org/kites/
repository_url: https://github.com/example/kites
branch: main
language: en
started: 2025-01-01
tree: tags
vocabularies: [tags, venues]
badges:
  - label: The kite survey
    image: https://example.org/badges/survey.svg
    url: https://example.org/survey
news:
  - date: 2025-05-01
    text: The list holds its *hundredth* paper.
    url: https://example.org/news/hundred
earlier:
  before: 2025-01-01
  title: Before the box kite
citation:
  title: How Kites Fly
  url: https://example.org/survey
  file: CITATION.bib
licence:
  data: CC0 1.0
  code: MIT
  data_url: https://creativecommons.org/publicdomain/zero/1.0/
rules:
  ignore: [single-use]
  warn: [long-summary]
  error: [url-tracking]
readme:
  sections: [introduction, news, contents, newest, papers, citation, licence]
  form: bullets
  open_years: 2
  newest: 3
  tags: badge
  links: badge
  tag_badge: https://img.shields.io/badge/{label}-teal
  link_badge: https://img.shields.io/badge/{label}-{message}-orange
  guide: CONTRIBUTING.md
  building:
    build: just list
    test: just check
    needs: You need `just` and the program.
    more: The [wiki](https://example.org/wiki) tells the rest.
site:
  newest: 4
  related: 3
  studied: 6
"""
