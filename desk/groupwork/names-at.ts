import { listMarkable } from '../../core/groupwork/members/list-markable.ts'
import type { PlanStrand } from '../../core/groupwork/strand.ts'
import { compareNames } from '../kit/index.ts'
import type { MeetingFile } from './use-group.ts'

/** Who was there, or is expected and not yet marked: the names one would say. */
export function namesAt({ meeting, seats, rows }: MeetingFile, strand: PlanStrand): string[] {
  return listMarkable(meeting, seats, rows)
    .filter((seat) => strand === 'joint' || seat.strand === strand)
    .map(({ displayName }) => displayName)
    .sort(compareNames)
}
