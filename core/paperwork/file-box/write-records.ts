import { countAttendance } from '../../groupwork/count-attendance.ts'
import type { MeetingRecordEntry } from '../../groupwork/meeting-record.ts'
import { dayFor, type MeetingEntry } from '../../groupwork/meeting.ts'
import { learningProcesses } from '../../groupwork/plan-shape.ts'
import { listRecordsDue } from '../../groupwork/records-due.ts'
import { sortStrands } from '../../groupwork/strand.ts'
import type { Block, BoxFile, BoxPart } from './file-box.ts'
import {
  columnsOf,
  factsBlock,
  heading,
  paragraphs,
  tableBlock,
  under,
  wordFile,
  type Writing,
} from './writing.ts'

/** Part 05: what happened at each meeting, from records that were handed in (F9). A draft is listed, never shown. */
export function writeRecords(writing: Writing): BoxPart {
  const { input, say, translate, isOutside } = writing
  const held = input.meetings
    .filter(({ state }) => state === 'held')
    .sort((left, right) => left.no - right.no)
  const files = held.flatMap((meeting) => writeFile(writing, meeting))
  const handedIn = input.meetingRecords.filter(({ state }) => state === 'submitted')
  const open = listRecordsDue(held, input.meetingRecords, input.madeOn, input.seats)
    .toSorted((left, right) => left.meeting.no - right.meeting.no)
    .map(({ meeting, strand, state }) =>
      say(`leftOut.${state === 'draft' ? 'draftRecord' : 'noRecord'}`, {
        no: meeting.no,
        strand: translate(`groupwork:strand.${strand}`),
      }),
    )
  return {
    no: '05',
    title: say('part.records.title'),
    form: say('part.records.form'),
    count: say('count.records', { count: handedIn.length, meetings: files.length }),
    files,
    leftOut: [...(isOutside ? [say('leftOut.keyEvents')] : []), ...open],
  }
}

function writeFile(writing: Writing, meeting: MeetingEntry): readonly BoxFile[] {
  const { input, say, translate, hide } = writing
  const records = input.meetingRecords
    .filter(({ meetingId, state }) => meetingId === meeting.id && state === 'submitted')
    .sort((left, right) => (left.strand < right.strand ? -1 : 1))
  if (records.length === 0) return []
  const folder = `05-${say('part.records.file')}`
  const no = String(meeting.no).padStart(2, '0')
  const order = sortStrands(records.map(({ strand }) => strand))
  return [
    wordFile(`${folder}/05-${no}-${say('part.records.one', { no: meeting.no })}`, {
      title: say('meeting', { no: meeting.no, theme: hide(meeting.theme) }),
      wide: false,
      blocks: [
        writeBasics(writing, meeting),
        ...order.flatMap((strand) =>
          records
            .filter((record) => record.strand === strand)
            .flatMap((record) => [
              heading(translate(`groupwork:strand.${strand}`)),
              ...writeRecord(writing, meeting, record),
            ]),
        ),
      ],
    }),
  ]
}

function writeBasics({ input, say, translate, isOutside }: Writing, meeting: MeetingEntry): Block {
  const count = countAttendance([meeting], input.seats, input.attendance).total
  const days = new Set(meeting.strands.map((strand) => dayFor(meeting, strand)))
  const { inPerson, liveRemote, watchedLater, represented, absent } = count.byMode
  const line = say('records.presence', {
    expected: count.expected,
    outside: count.outside,
    unmarked: count.unmarked,
    inPerson,
    liveRemote,
    watchedLater,
    represented,
    absent,
  })
  return factsBlock([
    [say('fact.day'), [...days].sort().join(' / ')],
    [say('fact.form'), translate(`groupwork:form.${meeting.form}`)],
    [say('fact.stage'), translate(`groupwork:stage.${meeting.stage}`)],
    [say('fact.minutes'), meeting.minutes === null ? '' : String(meeting.minutes)],
    [say('fact.presence'), isOutside ? '' : line],
  ])
}

const writtenFields = ['dynamics', 'reflection', 'homeTaskGiven', 'nextSteps'] as const

function writeRecord(
  writing: Writing,
  meeting: MeetingEntry,
  record: MeetingRecordEntry,
): readonly Block[] {
  const { say, translate, hide, isOutside } = writing
  const field = (name: string): string => translate(`groupwork:record.fields.${name}`)
  const text = (name: (typeof writtenFields)[number] | 'goalAttainment' | 'evidence') =>
    under(field(name), paragraphs(hide(record[name])), 2)
  return [
    ...paragraphs(say('records.handedIn', { day: record.submittedOn ?? '?' })),
    ...under(say('records.deviation'), writeDeviations(writing, meeting, record), 2),
    ...under(say('records.fidelity'), writeFidelity(writing, record), 2),
    ...(isOutside ? [] : under(say('records.events'), writeEvents(writing, record), 2)),
    ...text('goalAttainment'),
    ...text('evidence'),
    ...writtenFields.flatMap(text),
  ]
}

/** The plan beside what became of it: the deviation and its reason are what a supervisor reads. */
function writeDeviations(
  writing: Writing,
  meeting: MeetingEntry,
  record: MeetingRecordEntry,
): readonly Block[] {
  const { translate, hide } = writing
  const segments = meeting.plan[record.strand]?.segments ?? []
  const columns = columnsOf(writing, [
    ['minutes', 10],
    ['segment', 34],
    ['became', 18],
    ['why', 38],
  ])
  const rows = segments.map(({ id, title, minutes }) => {
    const tick = record.ticks[id]
    return [
      String(minutes),
      hide(title),
      tick === undefined ? '–' : translate(`groupwork:tick.${tick.state}`),
      hide(tick?.reason ?? ''),
    ]
  })
  return tableBlock(columns, rows)
}

function writeFidelity(writing: Writing, record: MeetingRecordEntry): readonly Block[] {
  const { translate } = writing
  const columns = columnsOf(writing, [
    ['process', 20],
    ['question', 62],
    ['done', 18],
  ])
  const rows = learningProcesses.flatMap((process) => {
    const answer = record.fidelity[process]
    return answer === undefined
      ? []
      : [
          [
            translate(`groupwork:process.${process}`),
            translate(`groupwork:fidelityQuestion.${process}`),
            translate(`groupwork:fidelity.${answer}`),
          ],
        ]
  })
  return tableBlock(columns, rows)
}

/** What was seen and said stays apart from what the worker did. */
function writeEvents(writing: Writing, record: MeetingRecordEntry): readonly Block[] {
  const { translate, hide } = writing
  const fields = ['at', 'who', 'seen', 'said', 'response'] as const
  const shares = { at: 10, who: 18, seen: 26, said: 24, response: 22 }
  const columns = fields.map((name) => ({
    label: translate(`groupwork:record.event.${name}`),
    share: shares[name],
  }))
  const rows = Object.values(record.keyEvents)
    .toSorted((left, right) => left.at.localeCompare(right.at))
    .map((event) => fields.map((name) => hide(event[name])))
  return tableBlock(columns, rows)
}
