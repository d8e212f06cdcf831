import type { Day } from '../../kit/dates.ts'
import type { Migration } from '../migration.ts'
import type { Pair } from '../pair.ts'
import type { Person } from '../person.ts'
import type { Target } from './register-columns.ts'

export interface RegisterAdult {
  readonly name: string
  readonly bornOn: Day | null
  readonly phone: string
  readonly alive: boolean
  /** Null: not known to be away. */
  readonly away: Pick<
    Migration,
    'province' | 'city' | 'since' | 'returnRhythm' | 'acrossTownship'
  > | null
  /** The register says that this adult is not away; nothing said is neither away nor at home. */
  readonly atHome: boolean
  readonly relation: Pair['relation']
  /** Looks after the child day by day. */
  readonly cares: boolean
}

export interface RegisterRow {
  /** Counted from 1, as the program shows it. */
  readonly row: number
  readonly code: string
  readonly village: string
  readonly township: string
  readonly child: {
    readonly name: string
    readonly sex: Person['sex']
    /** Null: to be asked; the cell was empty or could not be read, and the person chose to register without it. */
    readonly bornOn: Day | null
    readonly phone: string
  }
  readonly adults: readonly RegisterAdult[]
}

export const noteReasons = [
  'nameMissing',
  'birthMissing',
  'childTwice',
  'formula',
  'errorCell',
  'identityInside',
  'nameIsNumber',
  'textTooLong',
  'sexUnknown',
  'phoneNotValid',
  'phoneLostDigits',
  'rhythmUnknown',
  'placeUnknown',
  'dateImpossible',
  'dateInFuture',
  'dateTooOld',
  'dateIncomplete',
  'dateAmbiguous',
  'dateLunar',
  'dateUnreadable',
  'phoneNotElevenDigits',
  'adultNameMissing',
  'nameIsSituation',
  'nameNotSaid',
  'nameUnclear',
  'noteBesideName',
  'sameAsAbove',
  'caregiverNameMissing',
  'firstCaregiverOnly',
  'placeNotSaid',
  'whoseWorkPlace',
  'dateFromSerial',
  'placeCut',
  'childIsAdult',
  'joinsFamily',
  'sameHousehold',
  'birthFilledIn',
  'totalRow',
  'noteRow',
  'headerAgain',
] as const
export type NoteReason = (typeof noteReasons)[number]

/** Something a person should know about one cell. */
export interface CellNote {
  readonly row: number
  /** Counted from 1. */
  readonly column: number
  readonly target: Target
  readonly reason: NoteReason
  /** `row`: the row cannot be taken. `cell`: the person chooses. `look`: taken; worth a look. `aside`: no child stands in this row. */
  readonly weight: 'row' | 'cell' | 'look' | 'aside'
  /** What stands in the cell; an identity number is blotted out. */
  readonly shown: string
  /** What is kept of it, where that differs. */
  readonly kept: string
}
