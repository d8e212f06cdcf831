// A group's records as its working papers take them: what a test does not care about is empty.
import { wordingIn } from '../../evaluation/cases/group-world.ts'
import { supportGroup } from '../../groupwork/support-group.ts'
import type { GroupPaperInput } from '../papers/group-paper-input.ts'

const leader = '00000000-0000-4000-8000-000000000701'

export function paperInput(changes: Partial<GroupPaperInput> = {}): GroupPaperInput {
  const group = supportGroup.read({ title: 'Kites', code: 'P-1', team: { [leader]: 'leader' } })
  return {
    agency: { name: 'Star Centre (fictional)', county: '', sample: true },
    group: { ...group, id: '00000000-0000-4000-8000-000000000001' },
    programme: null,
    programmeTitle: '',
    staff: [{ id: leader, name: 'Worker A (fictional)', clearanceCheckedOn: null }],
    plan: null,
    goals: [],
    sources: [],
    seenBy: '',
    waves: [],
    start: null,
    meetings: [],
    seats: [],
    attendance: [],
    marks: [],
    pairRatings: [],
    observerTicks: [],
    taskReturns: [],
    followUps: [],
    work: [],
    meetingRecords: [],
    families: [],
    people: [],
    pairs: [],
    meeting: null,
    strand: null,
    seat: null,
    file: null,
    satisfaction: { instruments: [], waves: [], sheets: [] },
    photoConsents: [],
    comments: [],
    notice: { version: '', purposes: [] },
    texts: {},
    madeOn: '2026-06-01',
    madeBy: 'Worker A (fictional)',
    wording: wordingIn('en'),
    ...changes,
  }
}
