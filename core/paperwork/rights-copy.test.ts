import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../kit/json.ts'
import type { Entry } from '../sync/entry.ts'
import { composeRightsCopy, kindsInCopies, kindsWithheld } from './rights-copy.ts'

const [child, mother, grandmother, pairId] = ['child', 'mother', 'grandmother', 'pair-1']
let made = 0
function entry(kind: string, fields: JsonObject, named?: string): Entry {
  made += 1
  const id = named ?? `id-${made}`
  const place = { scope: 'family:f', position: 1, version: 1 }
  return { kind, id, ...place, fields, conflicts: [], trail: [], removed: false }
}

const held: readonly Entry[] = [
  entry('family', { code: 'Z-1', village: 'Z 村', notes: '孩子说怕妈妈' }),
  entry('person', { name: '小明', school: 'Z 小学', notes: '孩子说妈妈打他' }, child),
  entry('person', { name: '陈芳', phone: '139' }, mother),
  entry('person', { name: '奶奶', phone: '138' }, grandmother),
  entry('pair', { childId: child, adultId: mother, relation: 'mother' }, pairId),
  entry('pair', { childId: child, adultId: grandmother, relation: 'grandmother' }),
  entry('answerSheet', {
    respondentId: child,
    answers: { q1: '妈妈打我' },
    answeredOn: '2026-01-01',
  }),
  entry('answerSheet', { respondentId: mother, answers: { q1: 3 }, answeredOn: '2026-01-02' }),
  entry('caseContact', { facts: '孩子说妈妈打他', pairId }),
  entry('memberMark', { concernNote: '妈妈打我' }),
  entry('goal', { text: '每周两次视频', pairId, agreedBy: ['parent', 'worker'] }),
  entry('goal', { text: '妈妈不再打孩子', pairId, agreedBy: ['child', 'worker'] }),
  entry('goal', { text: '奶奶少骂人', pairId: 'pair-2', agreedBy: ['parent'] }),
  entry('restrictedParty', { personId: mother, words: '法院裁定' }),
  entry('concern', { facts: '孩子说妈妈打他' }),
  entry('urgentReading', { reason: '孩子说妈妈打他' }),
]
const asked = { subjectId: child, askedById: mother }

describe('[RIG-4] a copy for a mother', () => {
  const copy = composeRightsCopy(held, asked, false)
  const all = JSON.stringify(copy)

  test('has what is held about her child and herself, by kind, number and content', () => {
    expect(copy.map(({ kind, count, records }) => [kind, count, records.length])).toEqual([
      ['family', 1, 1],
      ['person', 3, 2],
      ['pair', 1, 1],
      ['answerSheet', 2, 1],
      ['goal', 1, 1],
      ['workingPapers', 2, 0],
    ])
    expect(all).toContain('每周两次视频')
  })

  test('[PR18] has no word of the child about her, no note of a worker and nothing of anybody else', () => {
    expect(all).not.toMatch(/打|怕妈妈|奶奶|138/)
  })

  test('[C10] is the same to the letter whether or not there is a concern, a restriction or a door opened in need', () => {
    const hidden = ['concern', 'restrictedParty', 'urgentReading', 'excludedStaff']
    const without = held.filter(({ kind }) => !hidden.includes(kind))
    expect(composeRightsCopy(without, asked, false)).toEqual(copy)
    expect(
      kindsInCopies.filter((kind) => /concern|restrict|exclu|supervis|urgent|prompt/i.test(kind)),
    ).toEqual([])
  })

  test('says nothing at all of what is withheld', () => {
    const hidden = Object.keys(kindsWithheld).map((kind) => entry(kind, { words: '打' }))
    expect(composeRightsCopy([...held, ...hidden], asked, false)).toEqual(copy)
  })

  test('[PR36] says nothing of where the child is to be found when she is kept away', () => {
    expect(JSON.stringify(composeRightsCopy(held, asked, true))).not.toMatch(/Z 村|Z 小学/)
  })
})

describe('[RIG-4] of what a caregiver told of the child and the mother', () => {
  test('she is given her own words, and not those of the other caregiver', () => {
    const told = (tellerId: string, on: string) =>
      entry('contactEntry', { pairId, toldBy: 'caregiver', tellerId, on })
    const silence = entry('noContact', {
      ...{ pairId, toldBy: 'caregiver', tellerId: grandmother },
      ...{ from: '2026-02-20', until: '2026-02-26' },
    })
    const all = [told(grandmother, '2026-03-01'), told('aunt', '2026-03-04'), silence]
    const hers = { subjectId: grandmother, askedById: grandmother }
    const copy = JSON.stringify(composeRightsCopy([...held, ...all], hers, false))
    for (const day of ['2026-03-01', '2026-02-26']) expect(copy).toContain(day)
    expect(copy).not.toContain('2026-03-04')
  })
})

describe('[RIG-4] of what was told on the page of a meeting', () => {
  const told = (seatId: string, more: JsonObject) =>
    entry('asyncStep', { seatId, selfToldOn: '2026-03-01', note: '王老师记的', ...more })
  const steps: readonly Entry[] = [
    entry('seat', { personId: mother, strand: 'parent' }, 'her-seat'),
    entry('seat', { personId: grandmother, strand: 'guardian' }, 'other-seat'),
    told('her-seat', { intent: 'cannot', recallWords: '先说自己的', cheer: '真好' }),
    told('her-seat', { selfToldOn: null, recallWords: '', listenedOn: '2026-02-01' }),
    told('other-seat', { recallWords: '奶奶说的' }),
  ]

  test('the own words and the answer to them are given to whoever told it, and to nobody else', () => {
    const copy = composeRightsCopy([...held, ...steps], asked, false)
    const its = copy.find(({ kind }) => kind === 'asyncStep')
    expect([its?.count, its?.records.length]).toEqual([3, 1])
    const all = JSON.stringify(its)
    for (const words of ['cannot', '先说自己的', '真好']) expect(all).toContain(words)
    expect(JSON.stringify(copy)).not.toMatch(/奶奶说的|王老师记的|2026-02-01/)
  })

  test('what she said of a task herself is hers; what a worker noted of it, or another seat, is a number', () => {
    const task = (seatId: string, toldBy: string, words: string) =>
      entry('homeTaskReturn', { seatId, toldBy, words, state: 'partly', toldOn: '2026-03-02' })
    const tasks = [
      task('her-seat', 'family', '试了两次'),
      task('her-seat', 'worker', '没怎么做'),
      task('other-seat', 'family', '奶奶做了'),
    ]
    const copy = composeRightsCopy([...held, ...steps, ...tasks], asked, false)
    const its = copy.find(({ kind }) => kind === 'homeTaskReturn')
    expect(its).toMatchObject({ count: 3 })
    expect(its?.records).toHaveLength(1)
    expect(JSON.stringify(its)).toContain('试了两次')
    expect(JSON.stringify(copy)).not.toMatch(/没怎么做|奶奶做了/)
  })
})
