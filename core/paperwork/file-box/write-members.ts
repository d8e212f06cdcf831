import { leaveReasons, type SeatEntry } from '../../groupwork/seat.ts'
import { strands } from '../../groupwork/strand.ts'
import type { Block, BoxPart } from './file-box.ts'
import { bandAge } from './name-people.ts'
import { hideSmallCells } from '../../evaluation/survey/hide-small-cells.ts'
import { columnsOf, paragraphs, tableBlock, under, wordFile, type Writing } from './writing.ts'

/** Part 02: who belongs to the group, by code (F5). For outside readers only how many. */
export function writeMembers(writing: Writing): BoxPart {
  const { input, say, isOutside } = writing
  const title = say('part.members.title')
  return {
    no: '02',
    title,
    form: say('part.members.form'),
    count: isOutside ? say('count.totals') : say('count.members', { count: input.seats.length }),
    files: [
      wordFile(`02-${say('part.members.file')}`, {
        title,
        wide: !isOutside,
        blocks: [
          ...paragraphs(say(isOutside ? 'members.outsideHint' : 'members.hint')),
          ...(isOutside ? countMembers(writing) : listMembers(writing)),
        ],
      }),
    ],
    leftOut: isOutside ? [say('leftOut.personLines')] : [],
  }
}

function listMembers(writing: Writing): readonly Block[] {
  const { say } = writing
  const columns = columnsOf({ say }, [
    ['person', 18],
    ['dataCode', 11],
    ['strand', 9],
    ['relation', 10],
    ['comesFor', 18],
    ['sex', 6],
    ['age', 9],
    ['joined', 12],
    ['left', 12],
    ['leaveReason', 14],
  ])
  const rows = seatsInOrder(writing).map((seat) => writeSeat(writing, seat))
  return rows.length === 0 ? paragraphs(say('nothing')) : tableBlock(columns, rows)
}

/** By family, children first: the order in which a reader compares. */
export function seatsInOrder({ input, people }: Writing): readonly SeatEntry[] {
  const keyOf = (seat: SeatEntry): string =>
    `${people.familyOf(seat.familyId)} ${strands.indexOf(seat.strand)} ${people.codeOf(seat.personId)}`
  return input.seats.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))
}

function writeSeat({ input, people, say, translate }: Writing, seat: SeatEntry): readonly string[] {
  const person = input.people.find(({ id }) => id === seat.personId)
  const own = input.pairs.find(({ id }) => id === seat.pairId)
  const childIds = [...(own === undefined ? [] : [own.childId]), ...seat.siblingIds]
  const breaks = seat.breaks.map(({ from, until }) => say('members.break', { from, until }))
  return [
    people.labelOf(seat.personId),
    people.codeOf(seat.personId),
    translate(`groupwork:strand.${seat.strand}`),
    own === undefined ? say('role.child') : translate(`families:relation.${own.relation}`),
    childIds.map(people.labelOf).sort().join('\n'),
    translate(`families:sex.${person?.sex ?? 'unknown'}`),
    bandAge(person?.bornOn ?? null, input.madeOn, input.wording.translate),
    [seat.joinedOn, ...breaks].join('\n'),
    seat.leftOn ?? '',
    seat.leaveReason === null ? '' : translate(`groupwork:leaveReason.${seat.leaveReason}`),
  ]
}

function countMembers({ input, say, translate }: Writing): readonly Block[] {
  const { seats } = input
  const lines = strands.map((strand) => seats.filter((seat) => seat.strand === strand))
  const count = (own: readonly SeatEntry[]): readonly number[] => [
    own.length,
    own.filter(({ leftOn }) => leftOn === null).length,
    own.filter(({ leftOn }) => leftOn !== null).length,
  ]
  const shown = hideSmallCells([...lines, seats].map(count))
  const names = [...strands.map((strand) => translate(`groupwork:strand.${strand}`)), say('total')]
  const columns = columnsOf({ say }, [
    ['strand', 40],
    ['seats', 20],
    ['stayed', 20],
    ['gone', 20],
  ])
  const rows = names.map((name, row) => [name, ...writeCells(shown[row] ?? [], say('hidden'))])
  return [
    ...tableBlock(columns, rows),
    ...under(say('members.reasons'), countReasons(seats, { say, translate })),
  ]
}

function countReasons(
  seats: readonly SeatEntry[],
  { say, translate }: Pick<Writing, 'say' | 'translate'>,
): readonly Block[] {
  const known = leaveReasons
    .map((reason) => ({
      reason,
      count: seats.filter(({ leaveReason }) => leaveReason === reason).length,
    }))
    .filter(({ count }) => count > 0)
  const shown = hideSmallCells(known.map(({ count }) => [count]))
  const columns = columnsOf({ say }, [
    ['leaveReason', 70],
    ['seats', 30],
  ])
  const rows = known.map(({ reason }, row) => [
    translate(`groupwork:leaveReason.${reason}`),
    ...writeCells(shown[row] ?? [], say('hidden')),
  ])
  return tableBlock(columns, rows)
}

export function writeCells(cells: readonly (number | null)[], hidden: string): readonly string[] {
  return cells.map((count) => (count === null ? hidden : String(count)))
}
