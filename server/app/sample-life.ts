// What the sample's leaders noted around each meeting: how members were, who caught up, who was asked after, what went home.
import {
  absenceFollowUp,
  absenceFollowUpId,
} from '../../core/groupwork/between/absence-follow-up.ts'
import { asyncStep, asyncStepId } from '../../core/groupwork/between/async-step.ts'
import { homeTaskReturn, homeTaskReturnId } from '../../core/groupwork/between/home-task-return.ts'
import { meetingRecordId } from '../../core/groupwork/meeting-record.ts'
import { meetingWork, meetingWorkId } from '../../core/groupwork/meeting-work.ts'
import { dayFor, type MeetingEntry } from '../../core/groupwork/meeting.ts'
import { memberLine, memberLineId } from '../../core/groupwork/members/member-line.ts'
import { memberMark, memberMarkId, tieKey } from '../../core/groupwork/members/member-mark.ts'
import { observerTicks, observerTicksId } from '../../core/groupwork/ratings/observer-ticks.ts'
import {
  pairBehaviours,
  pairRating,
  pairRatingId,
} from '../../core/groupwork/ratings/pair-rating.ts'
import { recordComment } from '../../core/groupwork/record-comment.ts'
import { seatId, type SeatEntry } from '../../core/groupwork/seat.ts'
import { planStrands } from '../../core/groupwork/strand.ts'
import { addDays } from '../../core/kit/dates.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'
import type { SampleMeetingLife } from './sample-life-shapes.ts'

interface Around {
  readonly at: MeetingEntry
  readonly life: SampleMeetingLife
  readonly ground: SampleGround
  readonly seatOf: (who: string) => SeatEntry
  /** Where a member's record of this meeting belongs. */
  readonly placeOf: (who: string) => {
    readonly meetingId: string
    readonly groupId: string
    readonly familyId: string
    readonly seatId: string
  }
}

export function draftMeetingLife(
  life: SampleMeetingLife,
  at: MeetingEntry,
  seats: readonly SeatEntry[],
  ground: SampleGround,
): SampleDraft[] {
  const seatOf = (who: string): SeatEntry => {
    const id = seatId(at.groupId, ground.personId(who))
    const found = seats.find((one) => one.id === id)
    if (found === undefined) throw new Error(`content/sample: ${who} has no seat`)
    return found
  }
  const placeOf: Around['placeOf'] = (who) => {
    const { id, groupId, familyId } = seatOf(who)
    return { meetingId: at.id, groupId, familyId, seatId: id }
  }
  const around = { at, life, ground, seatOf, placeOf }
  return [
    ...draftMarks(around),
    ...draftTasks(around),
    ...draftCaughtUp(around),
    ...draftAsked(around),
    ...draftPairs(around),
    ...draftObserved(around),
    ...draftLines(around),
    ...draftComments(around),
    ...draftWork(around),
  ]
}

/** As in the content files: `-` is nothing said. */
function levelOf(sign: string | undefined): number | null {
  return sign === undefined || sign === '-' || sign === 'x' ? null : Number(sign)
}

function draftMarks({ at, life, ground, seatOf, placeOf }: Around): SampleDraft[] {
  const named = [
    ...Object.keys(life.members),
    ...life.alone,
    ...life.ties.map(([from]) => from),
    ...life.talks.map(({ who }) => who),
  ]
  return [...new Set(named)].map((who) => {
    const [participation, moodIn, moodOut, skill] = (life.members[who] ?? '- - - -').split(' ')
    const talk = life.talks.find((one) => one.who === who)
    const ties = life.ties
      .filter(([from]) => from === who)
      .map(([, kind, to]) => [tieKey(kind, seatOf(to).id), true])
    return {
      ...create(memberMark, memberMarkId(at.id, seatOf(who).id), {
        ...placeOf(who),
        participation: levelOf(participation),
        moodIn: levelOf(moodIn),
        moodOut: levelOf(moodOut),
        skill: levelOf(skill),
        skillNotSeen: skill === 'x',
        concern: talk === undefined ? 'none' : talk.talked ? 'talked' : 'open',
        concernAbout: talk?.about ?? null,
        concernNote: talk?.note ?? '',
        ties: Object.fromEntries(ties),
        alone: life.alone.includes(who),
      }),
      staffId: ground.staff.coLeader,
    }
  })
}

/** The worker hears of it a week later, when the group meets again; a family tells when it likes. */
const daysUntilTold = { worker: 7, family: 4 } as const

function draftTasks({ at, life, seatOf, placeOf }: Around): SampleDraft[] {
  return Object.entries(life.tasks).flatMap(([told, those]) =>
    (those ?? []).map((who) => {
      const byLink = told.endsWith('ByLink')
      const toldBy = byLink ? 'family' : 'worker'
      return create(homeTaskReturn, homeTaskReturnId(at.id, seatOf(who).id), {
        ...placeOf(who),
        state: told.replace('ByLink', ''),
        toldBy,
        toldOn: addDays(at.plannedOn, daysUntilTold[toldBy]),
        words: life.taskWords[who] ?? '',
      })
    }),
  )
}

function draftCaughtUp({ at, life, seatOf, placeOf }: Around): SampleDraft[] {
  return life.caughtUp.map(({ who, sent, listened, recalled, tried, talked, minutes, note }) => {
    const dayOf = (days: number | null): string | null =>
      days === null ? null : addDays(dayFor(at, seatOf(who).strand), days)
    return create(asyncStep, asyncStepId(at.id, seatOf(who).id), {
      ...placeOf(who),
      sentOn: dayOf(sent),
      listenedOn: dayOf(listened),
      recalledOn: dayOf(recalled),
      triedOn: dayOf(tried),
      talkedOn: dayOf(talked),
      talkMinutes: minutes,
      note,
    })
  })
}

function draftAsked({ at, life, seatOf, placeOf }: Around): SampleDraft[] {
  return life.asked.map(({ who, way, after, outcome, words }) =>
    create(absenceFollowUp, absenceFollowUpId(at.id, seatOf(who).id), {
      ...placeOf(who),
      way,
      on: addDays(dayFor(at, seatOf(who).strand), after),
      outcome,
      words,
    }),
  )
}

function draftPairs({ at, life, ground, seatOf }: Around): SampleDraft[] {
  return life.pairs.map(({ child, adult, by, levels, faces }) => {
    const signs = levels.split(' ')
    if (signs.length !== pairBehaviours.length)
      throw new Error(`content/sample: meeting ${at.no} rates ${child} and ${adult} otherwise`)
    const [childFace, adultFace] = faces.split(' ').map(levelOf)
    const rating = {
      meetingId: at.id,
      childSeatId: seatOf(child).id,
      adultSeatId: seatOf(adult).id,
      raterId: ground.staff[by],
    }
    const seen = pairBehaviours.map((name, nth) => [name, levelOf(signs[nth])] as const)
    return {
      ...create(pairRating, pairRatingId(rating), {
        ...rating,
        groupId: at.groupId,
        familyId: seatOf(child).familyId,
        levels: Object.fromEntries(seen.filter(([, level]) => level !== null)),
        childFace,
        adultFace,
      }),
      staffId: ground.staff[by],
    }
  })
}

function draftObserved({ at, life, ground }: Around): SampleDraft[] {
  const observerId = ground.staff.supervisor
  return planStrands.flatMap((strand) => {
    const fidelity = life.observed[strand]
    if (fidelity === undefined) return []
    const place = { meetingId: at.id, groupId: at.groupId, strand, observerId }
    const id = observerTicksId(at.id, strand, observerId)
    return [{ ...create(observerTicks, id, { ...place, fidelity }), staffId: observerId }]
  })
}

function draftLines({ at, life, seatOf, placeOf }: Around): SampleDraft[] {
  return Object.entries(life.lines).map(([who, words]) =>
    create(memberLine, memberLineId(at.id, seatOf(who).id), {
      ...placeOf(who),
      on: dayFor(at, seatOf(who).strand),
      no: at.no,
      words,
    }),
  )
}

/** The supervisor reads three days later; the worker's answer settles it. */
function draftComments({ at, life, ground }: Around): SampleDraft[] {
  return life.comments.flatMap(({ strand, part, words, answer }) => {
    const recordId = meetingRecordId(at.id, strand)
    const fields = {
      ...{ groupId: at.groupId, recordId, part, words },
      by: ground.staff.supervisor,
      on: addDays(at.plannedOn, 3),
    }
    const said = create(recordComment, ground.idOf('comment', recordId, part), fields)
    const answered = { answer, settled: true }
    const before = { answer: '', settled: false }
    return [
      { ...said, staffId: ground.staff.supervisor },
      ...(answer === ''
        ? []
        : [
            {
              kind: recordComment,
              recordId: said.recordId,
              verb: 'edit',
              before,
              fields: answered,
            },
          ]),
    ]
  })
}

function draftWork({ at, life, ground }: Around): SampleDraft[] {
  return (['worker', 'coLeader', 'supervisor'] as const).flatMap((who) => {
    const minutes = life.work[who]
    if (minutes === undefined) return []
    const [prepare, run, record, followUp] = minutes
    const staffId = ground.staff[who]
    return [
      {
        ...create(meetingWork, meetingWorkId(at.id, staffId), {
          ...{ meetingId: at.id, groupId: at.groupId, staffId },
          ...{ prepare, run, record, followUp },
        }),
        staffId,
      },
    ]
  })
}
