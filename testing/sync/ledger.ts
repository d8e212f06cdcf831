// What the checker remembers of a history: every change that was made, and what people were told of it.
import type { StoredState } from '../../core/sync/cases/memory-store.ts'
import type { Answer, Change } from '../../core/sync/change.ts'
import { addRow, createLogModel, type LogModel } from './log-model.ts'

export interface MadeChange {
  readonly change: Change
  readonly device: number
  /** The record's version that its author had before them. */
  readonly seenVersion: number
  readonly epoch: string | null
  /** Made by hand to be refused; no screen shows it. */
  readonly isPoison: boolean
}

export interface Ledger {
  readonly made: Map<string, MadeChange>
  /** Changes that a person threw away, that sabotage destroyed, or that left the device by rule after it was acknowledged. */
  readonly excused: Set<string>
  /** Changes that sabotage destroyed on their device before they arrived. */
  readonly destroyed: Set<string>
  /** Change id → epoch in which a device read that it was applied. */
  readonly acknowledged: Map<string, string>
  readonly answers: Map<string, Answer>
  model: LogModel
  epoch: string
  serverNow: string
  restores: number
}

export function createLedger(epoch: string): Ledger {
  return {
    made: new Map(),
    excused: new Set(),
    destroyed: new Set(),
    acknowledged: new Map(),
    answers: new Map(),
    model: createLogModel(),
    epoch,
    serverNow: '',
    restores: 0,
  }
}

export function noteRestore(ledger: Ledger, state: StoredState): void {
  ledger.epoch = state.epoch
  ledger.restores += 1
  ledger.answers.clear()
  ledger.model = createLogModel()
  for (const row of state.log) addRow(ledger.model, row, false)
}
