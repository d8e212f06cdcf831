import { instrument, type Instrument } from '../../../core/inquiry/instrument.ts'
import { useRecord, useRecords } from '../../sync/index.ts'
import type { LocalRecord } from '../../sync/index.ts'

export type InstrumentRecord = LocalRecord<Instrument>

export function useInstruments(): readonly InstrumentRecord[] {
  return useRecords(instrument)
}

export function useInstrument(id: string | null | undefined): InstrumentRecord | null {
  return useRecord(instrument, id)
}
