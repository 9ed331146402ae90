/** The index of stories in memory: for the command line, tests, and a run over everything. */

import type { Arrival, Placement } from './place-article.ts'
import { type PostingLists, postingLists } from './posting-lists.ts'
import { learnLines, type SiteLines } from './site-lines.ts'
import { ANCHORS_MAX, type KnownArticle, POSTINGS_MAX, type StoryIndex } from './story-index.ts'

export type MemoryIndex = StoryIndex & {
  /** Remembers an article as it was placed, under the next number, which it gives. */
  readonly add: (arrival: Arrival, placement: Placement) => Promise<number>
  /** The story of an article, by its number. */
  readonly storyOf: (number: number) => number
}

type Entry = Omit<KnownArticle, 'story'>

type Memory = {
  readonly entries: Entry[]
  /** For each article, one of its story that it was put to; the first points at itself. */
  readonly stories: number[]
  readonly sites: Map<string, SiteLines>
  readonly postings: PostingLists
  readonly equals: Map<number | string, number[]>
  /** Which site has told which story. */
  readonly told: Set<string>
}

export function memoryIndex(): MemoryIndex {
  const memory: Memory = {
    entries: [],
    stories: [],
    sites: new Map(),
    postings: postingLists(),
    equals: new Map(),
    told: new Set(),
  }
  const { entries, sites, postings, equals } = memory
  const storyOf = (number: number) => rootOf(memory.stories, number)
  return {
    siteLines: async (site) => sites.get(site) ?? new Map(),
    postings: async (anchors) =>
      Array.from(anchors, (anchor) => postings.newest(anchor, POSTINGS_MAX)),
    equals: async ({ textKey, address }) => [
      ...(equals.get(textKey) ?? []),
      ...(equals.get(address) ?? []),
    ],
    articles: async (numbers) =>
      numbers.flatMap((number) => {
        const entry = entries[number]
        return entry === undefined ? [] : [{ ...entry, story: storyOf(number) }]
      }),
    add: async (arrival, placement) => add(memory, arrival, placement),
    storyOf,
  }
}

function add(memory: Memory, { site, address }: Arrival, placement: Placement): number {
  const { entries, stories, sites, told } = memory
  const { fingerprint, lines, merged } = placement
  const number = entries.length
  const story = placement.story === undefined ? number : rootOf(stories, placement.story)
  entries.push({ number, fingerprint })
  stories.push(story)
  for (const other of merged) stories[rootOf(stories, other)] = story
  for (const anchor of fingerprint.sketch.subarray(0, ANCHORS_MAX)) {
    memory.postings.add(anchor, number)
  }
  remember(memory.equals, fingerprint.textKey, number)
  remember(memory.equals, address, number)
  const teller = `${story} ${site}`
  if (!told.has(teller)) {
    told.add(teller)
    const known = sites.get(site) ?? new Map<number, number>()
    sites.set(site, known)
    learnLines(known, lines)
  }
  return number
}

/** Keeps the newest only. */
function remember<Key>(lists: Map<Key, number[]>, key: Key, number: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [number])
  else if (list.push(number) > POSTINGS_MAX) list.shift()
}

function rootOf(stories: number[], number: number): number {
  let root = number
  while ((stories[root] ?? root) !== root) root = stories[root] ?? root
  stories[number] = root
  return root
}
