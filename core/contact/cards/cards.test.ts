import { describe, expect, it } from 'vitest'
import { cardShape, type Card } from './card.ts'
import { chooseForWeek } from './choose-for-week.ts'
import { listCards } from './list-cards.ts'
import { listCardsOfWeek } from './list-cards-of-week.ts'
import { readCards } from './read-cards.ts'

const words = { title: 'T', steps: ['one'], say: 'hello' }
const plain = {
  id: 'some-card',
  targets: ['trust'],
  ages: { from: 6, to: 12 },
  who: 'both',
  minutes: 5,
  network: 'voice',
  picture: 'kite',
  words: { 'zh-CN': words, en: words },
}

function make(id: string, changes: Partial<Card> = {}): Card {
  return cardShape.parse({ ...plain, family: 'opening', id, ...changes })
}

function refused(card: unknown, family = 'opening'): unknown {
  const read = readCards([{ name: 'a.yaml', data: { family, cards: [card] } }])
  return read.ok ? 'read' : [read.refusal.details['card'], read.refusal.details['field']]
}

describe('reading cards', () => {
  it('gives every card its family', () => {
    const read = readCards([{ name: 'a.yaml', data: { family: 'reunion', cards: [plain] } }])
    expect(read.ok && read.value[0]?.family).toBe('reunion')
  })

  it.each([
    ['a wrong value', { ...plain, minutes: 'long' }, 'minutes'],
    ['an unknown picture', { ...plain, picture: 'dragon' }, 'picture'],
    ['a field too much', { ...plain, colour: 'red' }, 'colour'],
    ['a long title', wordsWith({ title: 'long '.repeat(20) }), 'words.en.title'],
    ['four steps', wordsWith({ steps: ['1', '2', '3', '4'] }), 'words.en.steps'],
    ['a decision outside the guardian cards', wordsWith({ decide: 'x' }), 'words.en.decide'],
    ['ages that run backwards', { ...plain, ages: { from: 12, to: 6 } }, 'ages'],
    ['a topic outside the wheel cards', { ...plain, topic: 'fun' }, 'topic'],
    ['a guardian outside the guardian cards', { ...plain, who: 'guardian' }, 'who'],
  ])('refuses %s, by its place', (_what, card, field) => {
    expect(refused(card)).toEqual(['some-card', field])
  })

  it.each([
    ['topic', 'topic'],
    ['skill', 'skill'],
    ['pledge', 'rung'],
    ['guardian', 'who'],
  ])('refuses a %s card without its %s', (family, field) => {
    expect(refused(plain, family)).toEqual(['some-card', field])
  })

  it('refuses a skill card without its pair and a topic card without its question', () => {
    expect(refused({ ...plain, skill: 'repair' }, 'skill')).toEqual([
      'some-card',
      'words.zh-CN.pair',
    ])
    expect(refused({ ...plain, topic: 'fun' }, 'topic')).toEqual([
      'some-card',
      'words.zh-CN.question',
    ])
  })

  it('names a card without an id by its place, and a file that is none by its name', () => {
    expect(refused({ minutes: 3 })).toEqual(['#1', 'id'])
    expect(refused(null)).toEqual(['#1', ''])
    const read = readCards([{ name: 'b.yaml', data: 'text' }])
    expect(!read.ok && read.refusal).toMatchObject({
      id: 'CardNotReadable',
      details: { file: 'b.yaml', card: '', field: '' },
    })
  })

  it('refuses the same id in two files', () => {
    const file = { family: 'opening', cards: [plain] }
    const read = readCards([
      { name: 'a.yaml', data: file },
      { name: 'b.yaml', data: file },
    ])
    expect(!read.ok && read.refusal.details).toEqual({
      file: 'b.yaml',
      card: 'some-card',
      field: 'id',
      problem: 'twice',
    })
  })
})

describe('listing cards', () => {
  const shelf = [
    make('for-both', { network: 'video', minutes: 20 }),
    make('for-child', { who: 'child', network: 'none', ages: { from: 9, to: 15 } }),
    make('for-parent', { who: 'parent', skill: 'repair', targets: ['skills', 'trust'] }),
    make('for-guardian', { who: 'guardian', network: 'text', targets: ['guardianBridge'] }),
  ]
  it.each([
    [{}, ['for-both', 'for-child', 'for-parent', 'for-guardian']],
    [{ who: 'child' as const }, ['for-both', 'for-child']],
    [{ who: 'both' as const }, ['for-both']],
    [{ who: 'guardian' as const }, ['for-guardian']],
    [{ age: 13 }, ['for-child']],
    [{ minutes: 10 }, ['for-child', 'for-parent', 'for-guardian']],
    [{ network: 'voice' as const }, ['for-child', 'for-parent', 'for-guardian']],
    [{ network: 'text' as const }, ['for-child', 'for-guardian']],
    [{ network: 'none' as const }, ['for-child']],
    [{ target: 'trust' as const, skill: 'repair' as const }, ['for-parent']],
    [{ family: 'leaving' as const }, []],
  ])('keeps the order of the shelf for %j', (filter, ids) => {
    expect(listCards(shelf, filter).map(({ id }) => id)).toEqual(ids)
  })
})

describe('the card of a week', () => {
  const shelf = ['a', 'b', 'c', 'd', 'e'].map((name) => make(`card-${name}`))
  const walk = (forId: string, weeks: number) => {
    const shown: string[] = []
    for (let week = 0; week < weeks; week += 1) {
      const day = new Date(Date.UTC(2026, 2, 2 + week * 7)).toISOString().slice(0, 10)
      const card = chooseForWeek(shelf, { forId, day, filter: {}, shown })
      shown.push(card?.id ?? 'none')
    }
    return shown
  }

  it('is the same on every day of the week, however often it is asked', () => {
    const days = ['2026-03-02', '2026-03-05', '2026-03-08', '2026-03-02']
    const ids = days.map(
      (day) => chooseForWeek(shelf, { forId: 'pair', day, filter: {}, shown: ['card-c'] })?.id,
    )
    expect(new Set(ids).size).toBe(1)
  })

  it('goes through all before one comes again, and never shows one twice in a row', () => {
    const shown = walk('pair', 40)
    expect(new Set(shown.slice(0, 5)).size).toBe(5)
    expect(shown.filter((id, at) => id === shown[at - 1])).toEqual([])
    expect(shown).not.toContain('none')
  })

  it('takes another way for another pair', () => {
    const ways = ['one', 'two', 'three', 'four'].map((forId) => walk(forId, 5).join())
    expect(new Set(ways).size).toBeGreaterThan(1)
  })

  it('does not hang on the order of the shelf', () => {
    const choice = { forId: 'pair', day: '2026-03-02', filter: {}, shown: [] }
    expect(chooseForWeek(shelf.toReversed(), choice)).toEqual(chooseForWeek(shelf, choice))
  })

  it('is none where nothing fits, or only the one shown last', () => {
    const choice = { forId: 'pair', day: '2026-03-02', filter: {}, shown: ['card-a'] }
    expect(chooseForWeek(shelf.slice(0, 1), choice)).toBeNull()
    expect(chooseForWeek([], choice)).toBeNull()
  })
})

function wordsWith(changes: object): object {
  return { ...plain, words: { 'zh-CN': words, en: { ...words, ...changes } } }
}

describe('what a week is chosen from [CON-9]', () => {
  const shelf = [
    make('any-opening'),
    make('for-child', { who: 'child', ages: { from: 9, to: 15 } }),
    make('for-parent', { who: 'parent' }),
    make('with-camera', { family: 'together', network: 'video' }),
    make('about-fun', { family: 'topic', topic: 'fun' }),
    make('about-work', { family: 'topic', topic: 'work' }),
    make('for-goodbye', { family: 'leaving' }),
    make('a-promise', { family: 'pledge', rung: 1 }),
  ]
  const ids = (wishes: Parameters<typeof listCardsOfWeek>[1]) =>
    listCardsOfWeek(shelf, wishes).map(({ id }) => id)
  const all = ['any-opening', 'for-child', 'with-camera', 'about-fun', 'about-work']

  it('is for the child or for both, and suits any week', () => {
    expect(ids({ age: null, plan: null })).toEqual(all)
    expect(ids({ age: 7, plan: null })).toEqual(all.filter((id) => id !== 'for-child'))
  })

  it('keeps to the topics and the way of the plan', () => {
    expect(ids({ age: 10, plan: { topics: ['fun'], channel: 'voiceCall' } })).toEqual([
      'any-opening',
      'for-child',
      'about-fun',
    ])
    expect(ids({ age: 10, plan: { topics: [], channel: 'videoCall' } })).toEqual(all)
  })
})
