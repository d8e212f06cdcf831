import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { programmeTargets } from '../../inquiry/programme-targets.ts'
import { pictures } from '../../kit/pictures.ts'
import { cardFamilies, cardReaders, cardSkills, type CardWords, networkNeeds } from './card.ts'
import { type CardFilter, listCards } from './list-cards.ts'
import { readAloud } from './read-aloud.ts'
import { readCards } from './read-cards.ts'
import { wheelTopics } from './wheel-topics.ts'

const content = new URL('../../../content/', import.meta.url)
const languages = ['zh-CN', 'en'] as const
const names = readdirSync(new URL('cards/', content))
const read = readCards(
  names.map((name) => ({
    name,
    data: parse(readFileSync(new URL(`cards/${name}`, content), 'utf8')),
  })),
)
if (!read.ok) throw new Error(JSON.stringify(read.refusal.details))
const cards = read.value

const named = z.record(z.string(), z.string())
const textsShape = z.object({
  shows: named,
  skill: named,
  family: named,
  topic: named,
  who: named,
  network: named,
  aloud: z.object({
    say: z.string(),
    toChild: z.string(),
    toParent: z.string(),
    notSo: z.string(),
    butSo: z.string(),
    decide: z.string(),
  }),
})
const textsOf = (language: string) =>
  textsShape.parse(
    JSON.parse(readFileSync(new URL(`texts/${language}/cards.json`, content), 'utf8')),
  )

function linesOf({ title, steps, say, question, pair, decide }: CardWords): string[] {
  return [title, ...steps, say, ...Object.values({ ...question, ...pair }), decide ?? ''].filter(
    (line) => line !== '',
  )
}

const count = (filter: CardFilter) => listCards(cards, filter).length

describe('the cards that come along', () => {
  it('are at least 120, in the eight files of their families', () => {
    expect(names.toSorted()).toEqual(cardFamilies.map((family) => `${family}.yaml`).toSorted())
    const least = {
      opening: 12,
      topic: 30,
      together: 20,
      skill: 28,
      pledge: 8,
      guardian: 12,
      reunion: 6,
      leaving: 6,
    }
    const few = cardFamilies.filter((family) => count({ family }) < least[family])
    expect([few, cards.length >= 120]).toEqual([[], true])
  })

  it('leave no target, skill, topic, age or reader without three to choose from', () => {
    const asked: readonly CardFilter[] = [
      ...programmeTargets.map((target) => ({ target })),
      ...cardSkills.map((skill) => ({ skill })),
      ...wheelTopics.map((topic) => ({ topic })),
      ...cardReaders.map((who) => ({ who })),
      ...[6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((age) => ({ age, family: 'together' as const })),
      ...cardFamilies.map((family) => ({ family, age: 6 })),
      ...cardFamilies.map((family) => ({ family, age: 12 })),
    ]
    expect(asked.filter((filter) => count(filter) < 3)).toEqual([])
  })

  it('keep something for who has five minutes and no network', () => {
    for (const who of ['child', 'parent', 'guardian'] as const)
      expect(count({ who, minutes: 5, network: 'none' }), who).toBeGreaterThanOrEqual(1)
  })

  it('climb the pledge ladder one rung at a time', () => {
    const rungs = listCards(cards, { family: 'pledge' }).map(({ rung }) => rung)
    expect(rungs).toEqual(rungs.map((_, at) => at + 1))
  })

  it('say the same number of things in both languages, each in its own letters', () => {
    for (const { id, words } of cards) {
      expect(words.en.steps.length, id).toBe(words['zh-CN'].steps.length)
      expect(linesOf(words.en).join(' '), id).not.toMatch(/\p{Script=Han}|[，。！？]/u)
      for (const line of linesOf(words['zh-CN'])) {
        expect(line, id).toMatch(/\p{Script=Han}/u)
        expect(line, id).not.toMatch(/[a-z]|[,;?!]/i)
      }
    }
  })
})

describe('the pictures of the cards', () => {
  it('are all there, each with what it shows in both languages', () => {
    const used = [...new Set(cards.map(({ picture }) => picture))].toSorted()
    for (const language of languages)
      expect(Object.keys(textsOf(language).shows).toSorted()).toEqual(used)
  })

  it('show every drawing but those of the programmes', () => {
    const used = new Set(cards.map(({ picture }) => picture))
    expect(pictures.filter((id) => !used.has(id))).toEqual(['topic-wheel'])
  })
})

describe.each(languages)('the words of the cards in %s', (language) => {
  const all = cards.map((card) => ({ id: card.id, words: card.words[language] }))
  const texts = textsOf(language)

  it('have a name for every family, skill, topic, reader and network need', () => {
    expect(
      [texts.family, texts.skill, texts.topic, texts.who, texts.network].map(Object.keys),
    ).toEqual([
      [...cardFamilies],
      [...cardSkills],
      [...wheelTopics],
      [...cardReaders],
      [...networkNeeds],
    ])
  })

  it('practise one sentence and begin with another', () => {
    const same = all.filter(({ words }) => words.pair?.butSo === words.say)
    expect(same.map(({ id }) => id)).toEqual([])
  })

  it('are read aloud in less than a minute', () => {
    const spoken = all.map(({ id, words }) => ({ id, text: readAloud(words, texts.aloud) }))
    // A calm voice says about four Chinese characters, or two and a half English words, in a second.
    const long = spoken.filter(({ text }) =>
      language === 'en' ? text.split(/\s+/).length > 150 : [...text].length > 240,
    )
    expect(long).toEqual([])
    expect(spoken.filter(({ text }) => /。。|\. \.|：：|undefined/.test(text))).toEqual([])
  })

  it('never say on two cards the same, nor nearly the same', () => {
    const lines = all.flatMap(({ id, words }) =>
      linesOf(words).map((line) => ({ id, line, grams: gramsOf(line) })),
    )
    // Within one card a line may come back: what is practised is said again.
    const close = lines.flatMap((left, at) =>
      lines
        .slice(at + 1)
        .filter(({ id, grams }) => id !== left.id && overlap(left.grams, grams) > 0.6)
        .map(({ id, line }) => [left.id, left.line, id, line]),
    )
    expect(close).toEqual([])
  })

  it('blame nobody, praise no obedience, promise no gift and ask for no thanks', () => {
    const banned =
      language === 'en'
        ? /\bobey|obedient|good (?:boy|girl)\b|naughty child|grateful|gratitude|poor (?:child|thing)|filial|reward|\bprize|be a man|never cry/i
        : /听话|乖|懂事|可怜|孝顺|孝心|你看别人|人家的孩子|感恩|报答|争气|奖励|考好了|考满分|不哭才|坚强|缺爱|问题儿童|案主|不称职|留守/u
    const bad = all.flatMap(({ id, words }) =>
      linesOf(words)
        .filter((line) => banned.test(line))
        .map((line) => `${id}: ${line}`),
    )
    expect(bad).toEqual([])
  })
})

/** Runs of four: of characters in Chinese, of words in English. */
function gramsOf(line: string): ReadonlySet<string> {
  const han = /\p{Script=Han}/u.test(line)
  const parts = han
    ? [...line.replace(/\P{Script=Han}/gu, '')]
    : line
        .toLowerCase()
        .replace(/[^a-z' ]/g, '')
        .split(/\s+/)
  const runs = parts.slice(3).map((_, at) => parts.slice(at, at + 4).join(' '))
  return new Set(runs.length > 0 ? runs : [parts.join(' ')])
}

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((gram) => right.has(gram)).length
  return shared / Math.min(left.size, right.size)
}
