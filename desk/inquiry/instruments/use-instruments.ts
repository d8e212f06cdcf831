import { useMemo } from 'react'
import { instrument, type Instrument } from '../../../core/inquiry/instrument.ts'
import { useRecord, useRecords } from '../../sync/index.ts'
import { useOpenDesk } from '../../sync/desk-context.ts'
import type { RecordMarks } from '../../sync/typed-record-parse.ts'
import type { View } from '../../sync/view.ts'

/** An instrument has a version of its own, which is not the count that its record's marks call so. */
export type InstrumentRecord = Instrument & Omit<RecordMarks, 'version'>

function withOwnVersion(view: View, record: InstrumentRecord): InstrumentRecord {
  const version = view.entry('instrument', record.id)?.fields['version']
  return { ...record, version: typeof version === 'string' ? version : '' }
}

export function useInstruments(): readonly InstrumentRecord[] {
  const { view } = useOpenDesk().replica
  const records = useRecords(instrument)
  return useMemo(() => records.map((one) => withOwnVersion(view, one)), [records, view])
}

export function useInstrument(id: string | null | undefined): InstrumentRecord | null {
  const { view } = useOpenDesk().replica
  const record = useRecord(instrument, id)
  return useMemo(() => (record === null ? null : withOwnVersion(view, record)), [record, view])
}
