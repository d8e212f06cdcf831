import { programme, type ShelvedProgramme } from '../../../core/groupwork/programme.ts'
import { counterpartOf, whyKept, type WhyKept } from '../../../core/groupwork/programme-shelf.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { compareNames, currentLanguage } from '../../kit/index.ts'
import { type LocalRecord, useMay, useRecord, useRecords } from '../../sync/index.ts'

export type ProgrammeRecord = LocalRecord<ShelvedProgramme>

/** Every template on the agency's shelf; those in the worker's language come first. */
export function useShelf(): readonly ProgrammeRecord[] {
  const language = currentLanguage()
  return useRecords(programme).toSorted(
    (left, right) =>
      Number(right.language === language) - Number(left.language === language) ||
      compareNames(left.title, right.title) ||
      compareNames(left.version, right.version),
  )
}

export interface OpenProgramme {
  readonly own: ProgrammeRecord
  readonly shelf: readonly ProgrammeRecord[]
  readonly counterpart: ProgrammeRecord | null
  readonly kept: WhyKept | null
  readonly mayCreate: boolean
  readonly mayEdit: boolean
  readonly mayRetire: boolean
}

/** One template with what can be done to it; null when it is not on this device. */
export function useProgramme(id: string): OpenProgramme | null {
  const own = useRecord(programme, id)
  const shelf = useShelf()
  const groups = useRecords(supportGroup, { programmeId: id })
  const mayCreate = useMay('programme', 'create', 'agency')
  const mayEdit = useMay('programme', 'edit', 'agency', id)
  const mayRetire = useMay('programme', 'retire', 'agency', id)
  if (own === null) return null
  const kept = whyKept(own, groups)
  const counterpart = counterpartOf(shelf, own)
  return { own, shelf, counterpart, kept, mayCreate, mayEdit: mayEdit && kept === null, mayRetire }
}
