import type { Block, BoxPart } from './file-box.ts'
import type { LoggedStep } from './file-box-input.ts'
import { columnsOf, paragraphs, tableBlock, under, wordFile, type Writing } from './writing.ts'

/** Part 08: what the log knows of handing in, sending back and correcting; and what the supervisor wrote (F26 in part). */
export function writeCorrections(writing: Writing): BoxPart {
  const { input, say } = writing
  const title = say('part.corrections.title')
  const steps = input.steps.toSorted((left, right) => left.at.localeCompare(right.at))
  const comments = writeComments(writing)
  return {
    no: '08',
    title,
    form: say('part.corrections.form'),
    count: say('count.steps', { count: steps.length }),
    files: [
      wordFile(`08-${say('part.corrections.file')}`, {
        title,
        wide: false,
        blocks: [
          ...paragraphs(say('corrections.hint')),
          ...(steps.length === 0 ? paragraphs(say('nothing')) : writeSteps(writing, steps)),
          ...under(say('corrections.comments'), comments),
        ],
      }),
    ],
    leftOut: [say('leftOut.supervision')],
  }
}

function writeSteps(writing: Writing, steps: readonly LoggedStep[]): readonly Block[] {
  const { translate } = writing
  const columns = columnsOf(writing, [
    ['takenAt', 24],
    ['what', 34],
    ['step', 22],
    ['by', 20],
  ])
  return tableBlock(
    columns,
    steps.map((step) => [
      step.at.slice(0, 16).replace('T', ' '),
      nameRecord(writing, step),
      translate(`${roomOf(step.kind)}:verbs.${step.kind}.${step.verb}`),
      step.actor,
    ]),
  )
}

function roomOf(kind: string): 'inquiry' | 'groupwork' {
  return kind === 'answerSheet' || kind === 'wave' ? 'inquiry' : 'groupwork'
}

/** What the step was taken on, by number and code. */
function nameRecord(writing: Writing, { kind, recordId }: LoggedStep): string {
  const { input, say, translate, hide, people, isOutside } = writing
  const kindName = translate(`${roomOf(kind)}:kinds.${kind}`)
  const meetingNo = (id: string): string =>
    String(input.meetings.find((one) => one.id === id)?.no ?? '?')
  if (kind === 'meeting') return say('corrections.meeting', { no: meetingNo(recordId) })
  if (kind === 'meetingRecord') {
    const record = input.meetingRecords.find(({ id }) => id === recordId)
    return say('corrections.record', {
      no: meetingNo(record?.meetingId ?? ''),
      strand: record === undefined ? '' : translate(`groupwork:strand.${record.strand}`),
    })
  }
  const wave = input.waves.find(({ id }) => id === recordId)
  if (wave !== undefined) return hide(wave.title)
  const personId =
    input.seats.find(({ id }) => id === recordId)?.personId ??
    input.sheets.find(({ id }) => id === recordId)?.respondentId
  if (personId === undefined || isOutside) return kindName
  return say('corrections.ofPerson', { what: kindName, label: people.labelOf(personId) })
}

/** The comment that came with sending a record back; earlier ones are in the record's own history. */
function writeComments(writing: Writing): readonly Block[] {
  const { input, translate, hide } = writing
  const noOf = (meetingId: string): number =>
    input.meetings.find(({ id }) => id === meetingId)?.no ?? 0
  const rows = input.meetingRecords
    .filter(({ supervisorComment }) => supervisorComment.trim() !== '')
    .toSorted((left, right) => noOf(left.meetingId) - noOf(right.meetingId))
    .map((record) => [
      String(noOf(record.meetingId)),
      translate(`groupwork:strand.${record.strand}`),
      hide(record.supervisorComment),
    ])
  const columns = columnsOf(writing, [
    ['meeting', 12],
    ['strand', 18],
    ['comment', 70],
  ])
  return tableBlock(columns, rows)
}
