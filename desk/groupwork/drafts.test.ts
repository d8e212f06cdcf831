import { expect, it } from 'vitest'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { deriveId } from '../../core/kit/ids.ts'
import { listCandidates } from '../../core/groupwork/list-candidates.ts'
import { seat, seatId } from '../../core/groupwork/seat.ts'
import { programme } from '../../core/groupwork/programme.ts'
import { pair, pairId } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { draftsOfGroup, type GroupDraft, moveInDraft, proposeMeetings } from './group-draft.ts'
import { draftsOfSeats } from './seat-drafts.ts'

const id = (name: string) => deriveId('case', name)
const template = programme.read({
  code: 'two',
  version: '1',
  title: 'Two sessions',
  sessions: [1, 2].map((no) => ({
    no,
    stage: 'forming',
    form: 'parallel',
    theme: `Theme ${no}`,
    strands: { child: { minutes: 60 }, parent: { minutes: 40 } },
  })),
})
const draft: GroupDraft = {
  groupId: id('group'),
  programmeId: id('programme'),
  title: ' Kites ',
  code: 'P-2026-01',
  place: '',
  onlineTool: '',
  startsOn: '2026-03-07',
  everyDays: 7,
  at: '14:30',
  parentsApart: true,
  parentAfterDays: 1,
  parentAt: '20:30',
  pauses: [],
  team: { [id('worker')]: 'leader' },
  moved: {},
}

it('a day moved by hand takes the later meetings and the strands’ own days along [GRP-26]', () => {
  const meetings = proposeMeetings(template, draft)
  expect(meetings.map(({ plannedOn }) => plannedOn)).toEqual(['2026-03-07', '2026-03-14'])
  const [first] = meetings
  if (first === undefined) throw new Error('no meeting')
  const moved = proposeMeetings(template, moveInDraft(draft, meetings, first, '2026-03-08'))
  expect(moved.map(({ plannedOn }) => plannedOn)).toEqual(['2026-03-08', '2026-03-15'])
  expect(moved.map(({ strandTimes }) => strandTimes.parent?.on)).toEqual([
    '2026-03-09',
    '2026-03-16',
  ])
})

it('a group is saved with its meetings as one bundle that says from when to when', () => {
  const drafts = draftsOfGroup(draft, proposeMeetings(template, draft))
  expect(drafts.map(({ kind, verb }) => `${kind.name} ${verb}`)).toEqual([
    'supportGroup create',
    'meeting create',
    'meeting create',
  ])
  expect(drafts[0]?.fields).toMatchObject({
    title: 'Kites',
    startsOn: '2026-03-07',
    endsOn: '2026-03-14',
  })
  for (const { kind, fields } of drafts) expect(kind.parse(fields).ok).toBe(true)
})

const aPerson = (name: string, role: string) => ({
  ...person.read({ familyId: id('family'), name, role }),
  id: id(name),
})
const aPair = (child: string) => ({
  ...pair.read(
    fieldsAsJson({
      familyId: id('family'),
      childId: id(child),
      adultId: id('mother'),
      relation: 'mother',
    }),
  ),
  id: pairId(id(child), id('mother')),
})

it('a mother who already comes for one child also comes for the other, without a second seat [GRP-5]', () => {
  const facts = {
    persons: [aPerson('Lan', 'child'), aPerson('Bo', 'child'), aPerson('mother', 'parent')],
    pairs: [aPair('Lan'), aPair('Bo')],
    consents: [],
    restrictions: [],
    day: '2026-03-01',
  }
  const joining = { groupId: id('group'), joinedOn: '2026-03-01' }
  const [lan] = listCandidates({ ...facts, seats: [] })
  const [mother] = lan?.adults ?? []
  if (lan === undefined || mother === undefined) throw new Error('nobody')
  const taken = draftsOfSeats(lan, true, [{ adult: mother, strand: 'parent' }], joining)
  expect(taken.map(({ recordId }) => recordId)).toEqual([
    seatId(id('group'), id('Lan')),
    seatId(id('group'), id('mother')),
  ])
  const seats = taken.map(({ fields, recordId }) => ({ ...seat.read(fields), id: recordId }))
  const bo = listCandidates({ ...facts, seats })[1]
  const [again] = bo?.adults ?? []
  if (bo === undefined || again === undefined) throw new Error('nobody')
  const more = draftsOfSeats(bo, true, [{ adult: again, strand: 'parent' }], joining)
  expect(more.map(({ verb, recordId }) => [verb, recordId])).toEqual([
    ['create', seatId(id('group'), id('Bo'))],
    ['edit', seatId(id('group'), id('mother'))],
  ])
  expect(more[1]?.fields).toEqual({ siblingIds: [id('Bo')] })
})
