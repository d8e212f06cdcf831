import { describe, expect, it } from 'vitest'
import { caseWith, followUpWith, mother, taken } from '../../casework/cases/case-world.ts'
import { caseDismissal } from '../../casework/case-dismissal.ts'
import { contactEntry } from '../../contact/contact-entry.ts'
import {
  decided,
  idOf,
  ids,
  somebody,
  stay,
  theChild,
  today,
} from '../../families/cases/family-world.ts'
import { attendance } from '../../groupwork/attendance.ts'
import { memberMark } from '../../groupwork/members/member-mark.ts'
import { answerSheet } from '../../inquiry/answer-sheet.ts'
import { readInstrument } from '../../inquiry/cases/read-instruments.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { childSeat, group, meetingHeld, visitWith } from './cases/child-in-group.ts'
import { proposalsAbout, type ProposalRecords, proposeCases, reasonsOf } from './propose-cases.ts'

const quiet: ProposalRecords = {
  today,
  may: () => true,
  consents: [decided({ purpose: 'service' })],
  pairs: [mother],
  people: [theChild(), somebody(ids.mother)],
  migrations: [stay(ids.mother)],
  ...{ contactEntries: [], sheets: [], instruments: [], waves: [], visits: [] },
  ...{ meetings: [], seats: [], attendance: [], memberMarks: [] },
  ...{ cases: [], followUps: [], dismissals: [] },
}

function propose(records: Partial<ProposalRecords>) {
  return proposeCases({ ...quiet, ...records }).map(({ trigger, count, since }) => [
    trigger,
    count,
    since,
  ])
}

const call = {
  ...contactEntry.read({ familyId: ids.family, pairId: mother.id, on: '2026-02-20' }),
  id: idOf(505),
}
const meetings = [1, 2, 3].map((no) => meetingHeld(no, `2026-02-0${no}`))

function marked(...presences: readonly ('absent' | 'inPerson')[]) {
  return presences.map((presence, place) => ({
    ...attendance.read(
      fieldsAsJson({
        ...{ meetingId: idOf(511 + place), groupId: group, familyId: ids.family },
        ...{ seatId: childSeat.id, personId: ids.child, presence },
        absenceReason: presence === 'absent' ? 'sick' : null,
      }),
    ),
    id: idOf(520 + place),
  }))
}

const inGroup = { seats: [childSeat], meetings }

function markWith(concernAbout: 'wantsToTalk' | 'hurt', concern: 'open' | 'talked' = 'open') {
  const place = { meetingId: idOf(511), groupId: group, familyId: ids.family, seatId: childSeat.id }
  return { ...memberMark.read(fieldsAsJson({ ...place, concern, concernAbout })), id: idOf(530) }
}

const visit = visitWith({ adultAtNight: 'no', foodAndWarmth: 'no', water: 'no' })

describe('what proposes a case [CAS-11]', () => {
  it('is 14 days without contact where a log is kept', () => {
    expect(propose({})).toEqual([])
    expect(propose({ contactEntries: [call] })).toEqual([['silence', 18, '2026-02-20']])
    const recent = { ...call, on: '2026-03-01' }
    expect(propose({ contactEntries: [recent] })).toEqual([])
  })

  it('is two absences in a row up to the latest meeting', () => {
    const rows = (...presences: readonly ('absent' | 'inPerson')[]) =>
      propose({ ...inGroup, attendance: marked(...presences) })
    expect(rows('inPerson', 'absent', 'absent')).toEqual([['twoAbsences', 2, '2026-02-02']])
    expect(rows('absent', 'inPerson', 'absent')).toEqual([])
    expect(rows('absent', 'absent', 'inPerson')).toEqual([])
  })

  it('is a child who asks to talk, and notes about safety as a number only', () => {
    const marks = { ...inGroup, memberMarks: [markWith('wantsToTalk')] }
    expect(propose(marks)).toEqual([['childAsks', 1, '2026-02-01']])
    expect(propose({ ...marks, memberMarks: [markWith('wantsToTalk', 'talked')] })).toEqual([])
    const flags = { ...inGroup, memberMarks: [markWith('hurt')], visits: [visit] }
    expect(propose(flags)).toEqual([['redFlags', 3, '2026-03-01']])
  })

  it('is a score in the outer band on the worse side of a norm, of the latest sheet alone [WHO-5 at 50]', () => {
    const instruments = [{ ...readInstrument('who-5'), id: idOf(550) }]
    const sheet = (no: number, each: number, answeredOn: string) => ({
      ...answerSheet.read(
        fieldsAsJson({
          ...{ waveId: idOf(551), instrumentId: idOf(550), familyId: ids.family },
          ...{ childId: ids.child, respondentId: ids.child, mode: 'paper', state: 'submitted' },
          ...{ submittedOn: answeredOn, answeredOn },
          answers: { q1: each, q2: each, q3: each, q4: each, q5: each },
        }),
      ),
      id: idOf(560 + no),
    })
    const low = sheet(1, 2, '2026-02-10')
    expect(propose({ instruments, sheets: [low] })).toEqual([['scoreBand', 1, '2026-02-10']])
    expect(propose({ instruments, sheets: [sheet(1, 3, '2026-02-10')] })).toEqual([])
    expect(propose({ instruments, sheets: [low, sheet(2, 3, '2026-03-01')] })).toEqual([])
    expect(propose({ instruments, sheets: [sheet(1, 2, '2025-06-01')] })).toEqual([])
    const gap = { ...low, answers: { q1: 0 } }
    expect(propose({ instruments, sheets: [gap] })).toEqual([])
  })

  it('says nothing of what the reader may not see', () => {
    const all = {
      ...inGroup,
      attendance: marked('absent', 'absent'),
      memberMarks: [markWith('hurt')],
    }
    expect(propose({ ...all, may: () => false })).toEqual([])
  })

  it('is silent while a case goes on, or where it ended later than the ground', () => {
    const silent = { contactEntries: [call] }
    expect(propose({ ...silent, cases: [caseWith(taken)] })).toEqual([])
    const ended = { ...taken, closeAskedOn: '2026-02-25', closedOn: '2026-02-25' }
    expect(propose({ ...silent, cases: [caseWith(ended)] })).toEqual([])
    expect(
      propose({ ...silent, cases: [caseWith({ ...ended, closedOn: '2026-02-10' })] }),
    ).toHaveLength(1)
  })

  it('names the case that has ended, and a follow-up of it that is overdue', () => {
    const ended = caseWith({ ...taken, closeAskedOn: '2026-02-10', closedOn: '2026-02-10' })
    const late = followUpWith({ plannedOn: '2026-03-09' })
    const facts = { ...quiet, contactEntries: [call], cases: [ended] }
    const former = { its: { id: ended.id }, endedOn: '2026-02-10', overdueOn: null }
    expect(proposeCases(facts)).toMatchObject([{ former }])
    expect(proposeCases({ ...facts, followUps: [late] })).toMatchObject([
      { former: { ...former, overdueOn: '2026-03-09' } },
    ])
    const written = { ...late, doneOn: '2026-03-09' }
    expect(proposeCases({ ...facts, followUps: [written] })).toMatchObject([{ former }])
    expect(proposeCases({ ...quiet, contactEntries: [call] })).toMatchObject([{ former: null }])
  })

  it('goes into the case with its facts of that day, for the pair and for its child', () => {
    const found = proposeCases({
      ...quiet,
      ...inGroup,
      contactEntries: [call],
      memberMarks: [markWith('wantsToTalk')],
    })
    const pairs = [mother]
    const onPair = proposalsAbout(caseWith(), found, pairs)
    expect(reasonsOf(onPair, today)).toEqual([
      { trigger: 'silence', ground: '2026-02-20', since: '2026-02-20', count: 18, on: today },
      { trigger: 'childAsks', ground: idOf(530), since: '2026-02-01', count: 1, on: today },
    ])
    const onChild = caseWith({ pairId: null, personId: ids.child })
    expect(proposalsAbout(onChild, found, pairs)).toHaveLength(2)
    expect(proposalsAbout(caseWith({ pairId: idOf(77) }), found, pairs)).toEqual([])
    expect(proposalsAbout({ ...onChild, familyId: idOf(78) }, found, pairs)).toEqual([])
  })

  it('is dismissed until there is a newer ground, and asks nobody who may not be served', () => {
    const dismissal = caseDismissal.read({
      ...{ familyId: ids.family, pairId: mother.id, trigger: 'silence', ground: '2026-02-20' },
      ...{ on: today, byId: ids.staff, reason: 'At sea' },
    })
    const silent = { contactEntries: [call] }
    expect(propose({ ...silent, dismissals: [dismissal] })).toEqual([])
    const older = { ...dismissal, ground: '2026-01-20' }
    expect(propose({ ...silent, dismissals: [older] })).toHaveLength(1)
    expect(propose({ ...silent, consents: [] })).toEqual([])
  })
})
