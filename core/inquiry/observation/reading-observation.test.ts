import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { idOf } from '../coding/cases/coding-world.ts'
import { agreeOnSheets } from './agree-on-sheets.ts'
import { checklistCodes, readChecklist } from './checklist.ts'
import { describeHomeVisit } from './describe-home-visit.ts'
import { homeVisit, type HomeVisit, type HomeVisitEntry } from './home-visit.ts'
import { findJudgingWords } from './judging-words.ts'
import { listVisitsDue } from './list-visits-due.ts'
import type { ItemRating, ObservationSheet } from './observation-sheet.ts'

const folder = new URL('../../../content/observation/', import.meta.url)

describe('the checklists that come along', () => {
  const lists = readdirSync(folder).map((name) =>
    readChecklist(parse(readFileSync(new URL(name, folder), 'utf8'))),
  )

  it('are one for each occasion, every item with a name of its own and English without Han [OBS-3]', () => {
    expect(lists.map(({ code }) => code).sort()).toEqual([...checklistCodes].sort())
    for (const { items } of lists) {
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
      for (const { look, none, partly, clearly } of items)
        for (const words of [look, none, partly, clearly])
          expect(words.en).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('judging words among the facts', () => {
  it('are named; what was quoted and what was seen are not [OBS-2]', () => {
    expect(findJudgingWords('孩子不配合，很懒。')).toEqual(['不配合', '懒'])
    expect(findJudgingWords('The child was Uncooperative and lazy.')).toEqual([
      'uncooperative',
      'lazy',
    ])
    expect(findJudgingWords('奶奶说：“他就是懒。”孩子低头看地，约15分钟没有说话。')).toEqual([])
    expect(findJudgingWords('He said "lazy me" and laughed; he crudely drew a dog.')).toEqual([])
  })
})

function sheetOf(
  observer: string,
  no: number,
  ratings: Readonly<Record<string, ItemRating>>,
  state: ObservationSheet['state'] = 'done',
) {
  const place = { childId: idOf('child'), adultId: idOf('mother'), checklistCode: 'call' }
  return {
    checklistVersion: '1',
    ...place,
    onDay: '2026-03-02',
    no,
    observerId: observer,
    state,
    ratings,
  }
}

describe('two observers of the same occasion', () => {
  it('are compared by what both judged; “not seen” is no 0 [OBS-4]', () => {
    const found = agreeOnSheets(
      [
        sheetOf('a', 1, { one: 4, two: 2, three: 0, four: 'notSeen', five: 1 }),
        sheetOf('b', 1, { one: 4, two: 3, three: 'notSeen', four: 'notSeen' }),
        sheetOf('b', 2, { one: 1 }),
      ],
      'a',
      'b',
    )
    expect(found).toMatchObject({ occasions: 1, both: 2, same: 1, near: 2 })
    expect(found).toMatchObject({ onlyOneSaw: 1, neitherSaw: 1, kappa: null, icc: null })
    expect(found.differences.map(({ itemId }) => itemId)).toEqual(['two', 'three'])
  })

  it('are not compared where they used two versions of the list [OBS-4]', () => {
    const newer = { ...sheetOf('b', 1, { one: 0 }), checklistVersion: '2' }
    expect(agreeOnSheets([sheetOf('a', 1, { one: 4 }), newer], 'a', 'b').occasions).toBe(0)
  })

  it('do not count while one of them has not finished [OBS-5]', () => {
    const sheets = [sheetOf('a', 1, { one: 4 }), sheetOf('b', 1, { one: 4 }, 'open')]
    expect(agreeOnSheets(sheets, 'a', 'b').occasions).toBe(0)
  })

  it('have a weighted kappa from ten judgements and an ICC of means from five occasions on [OBS-4]', () => {
    const ofA = [4, 3, 2, 1, 0]
    const ofB = [4, 3, 2, 1, 1]
    const sheets = ofA.flatMap((level, index) => [
      sheetOf('a', index + 1, { one: level, two: level }),
      sheetOf('b', index + 1, { one: ofB[index] ?? 0, two: level }),
    ])
    const found = agreeOnSheets(sheets, 'a', 'b')
    expect(found).toMatchObject({ occasions: 5, both: 10, same: 9, near: 10 })
    // By hand: 1 − Σ observed (i−j)² / Σ expected (i−j)² = 1 − 0.1 / 3.7, the variances 2 and 1.69 and the squared distance 0.01 of the means.
    expect(found.kappa?.ok === true && found.kappa.value.kappa).toBeCloseTo(1 - 0.1 / 3.7, 10)
    expect(found.icc?.ok === true && found.icc.value.agreement).toBeGreaterThan(0.97)
  })
})

function visitOf(name: string, fields: Partial<HomeVisit>): HomeVisitEntry {
  const bare = {
    familyId: idOf('family'),
    childIds: [idOf('child')],
    onDay: '2026-03-02',
    visitorId: idOf('worker'),
  }
  const parsed = homeVisit.parse({ ...bare, ...fields })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  return { ...homeVisit.read(parsed.value), id: idOf(name) }
}

const actionOf = (what: string, byDay: string | null, doneOn: string | null = null) => ({
  what,
  who: '爷爷',
  byDay,
  doneOn,
})

describe('a home visit on paper', () => {
  it('tells who, what is not safe, which contact was spoken of and what was agreed, in the order of the form [OBS-6]', () => {
    const visit = visitOf('visit', {
      atHomeIds: [idOf('grandma'), idOf('gone')],
      safety: { electricity: 'no', noUnexplainedHurt: 'no', water: 'notSeen' },
      safetyNotes: { electricity: '插座外壳破了' },
      contactEntryIds: [idOf('late'), idOf('early')],
      actions: { b: actionOf('换插座', null), a: actionOf('量视力', '2026-03-05') },
    })
    const line = {
      pairId: idOf('pair'),
      startedBy: 'child',
      channel: 'videoCall',
      minutes: 5,
      reached: true,
    }
    const told = describeHomeVisit({
      visit,
      people: [
        { id: idOf('child'), name: '小强' },
        { id: idOf('grandma'), name: '奶奶' },
        { id: idOf('mother'), name: '李秀兰' },
      ],
      staff: [{ id: idOf('worker'), name: '陈社工' }],
      pairs: [{ id: idOf('pair'), childId: idOf('child'), adultId: idOf('mother') }],
      contactEntries: [
        { ...line, id: idOf('late'), on: '2026-03-01' },
        { ...line, id: idOf('early'), on: '2026-02-26' },
        { ...line, id: idOf('unspoken'), on: '2026-02-27' },
      ],
      today: '2026-03-10',
    })
    expect(told).toMatchObject({ visitor: '陈社工', children: [{ name: '小强' }] })
    expect(told.atHome.map(({ name }) => name)).toEqual(['奶奶'])
    expect(told.concerns).toEqual(['electricity', 'noUnexplainedHurt'])
    expect(told.mayBeHarm).toEqual(['noUnexplainedHurt'])
    const points = told.safety.filter(({ answer }) => answer !== null)
    expect(points.map(({ point, answer }) => [point, answer])).toEqual([
      ['electricity', 'no'],
      ['water', 'notSeen'],
      ['noUnexplainedHurt', 'no'],
    ])
    expect(told.contacts.map(({ on, adultName }) => [on, adultName])).toEqual([
      ['2026-02-26', '李秀兰'],
      ['2026-03-01', '李秀兰'],
    ])
    expect(told.actions.map(({ what, late }) => [what, late])).toEqual([
      ['量视力', true],
      ['换插座', false],
    ])
  })
})

describe('what a home visit leaves to do', () => {
  const today = '2026-03-10'

  it('is the next visit while nobody has been there since, and what is agreed with a day and not done [OBS-7]', () => {
    const first = visitOf('first', {
      onDay: '2026-02-01',
      nextOn: '2026-03-01',
      actions: {
        a: actionOf('换插座', '2026-03-08'),
        b: actionOf('量视力', '2026-03-09', '2026-03-09'),
        c: actionOf('问学校', null),
      },
    })
    expect(listVisitsDue([first], today).map(({ what, inDays }) => [what, inDays])).toEqual([
      ['', -9],
      ['换插座', -2],
    ])
    const second = visitOf('second', { nextOn: '2026-04-20' })
    expect(listVisitsDue([first, second], today).map(({ what }) => what)).toEqual(['换插座'])
  })
})
