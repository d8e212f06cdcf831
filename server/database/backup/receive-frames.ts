import type { Client } from 'pg'
import type { z } from 'zod'
import {
  endFrameShape,
  fileFrameShape,
  sequencesShape,
  tableFrameShape,
  totalsShape,
} from './archive-frames.ts'
import type { Frame, TableColumns, Totals } from './archive-frames.ts'
import type { BackupProgress } from './backup-database.ts'
import { BackupTrouble, asDatabaseTrouble, asWriteTrouble } from './backup-trouble.ts'
import { startCopyIn } from './copy-stream.ts'
import type { CopyIn } from './copy-stream.ts'
import type { RestoreTarget } from './restore-target.ts'
import { nameColumns, nameTable } from './table-catalogue.ts'

type Open =
  | { kind: 'nothing' }
  | { kind: 'table'; table: TableColumns; copy: CopyIn; bytes: number }
  | { kind: 'file'; bytes: number }

interface ReceiveOptions {
  readonly source: string
  readonly onProgress?: (progress: BackupProgress) => void
}

/** Puts each frame where it belongs and counts, so that the archive's own totals can be compared. */
export class FrameReceiver {
  readonly #client: Client
  readonly #target: RestoreTarget
  readonly #tables: ReadonlyMap<string, TableColumns>
  readonly #options: ReceiveOptions
  #open: Open = { kind: 'nothing' }
  #claimed: Totals | undefined
  #tablesDone = 0
  #rows = 0

  constructor(
    client: Client,
    target: RestoreTarget,
    tables: readonly TableColumns[],
    options: ReceiveOptions,
  ) {
    this.#client = client
    this.#target = target
    this.#tables = new Map(tables.map((table) => [table.name, table]))
    this.#options = options
  }

  async receive(frame: Frame): Promise<void> {
    switch (frame.kind) {
      case 'manifest':
        throw this.#damaged()
      case 'table':
        return this.#beginTable(this.#parse(tableFrameShape, frame))
      case 'file':
        return this.#beginFile(this.#parse(fileFrameShape, frame).path)
      case 'data':
        return this.#takeData(frame.payload)
      case 'end':
        return this.#end(this.#parse(endFrameShape, frame))
      case 'sequences':
        return this.#setSequences(this.#parse(sequencesShape, frame))
      case 'keyFile':
        return this.#write(() => this.#target.receiveKey(frame.payload))
      case 'totals':
        this.#claimed = this.#parse(totalsShape, frame)
        return
      default:
        frame.kind satisfies never
    }
  }

  /** What was received; refused unless it is what the archive says it holds. */
  finish(): Totals {
    const totals = { tables: this.#tablesDone, rows: this.#rows, files: this.#target.files }
    const claimed = this.#claimed
    if (
      this.#open.kind !== 'nothing' ||
      claimed?.tables !== totals.tables ||
      claimed.rows !== totals.rows ||
      claimed.files !== totals.files
    ) {
      throw this.#damaged()
    }
    return totals
  }

  async #beginTable(named: TableColumns): Promise<void> {
    const known = this.#tables.get(named.name)
    if (known === undefined || this.#open.kind !== 'nothing') throw this.#damaged()
    this.#options.onProgress?.({
      step: 'tables',
      name: named.name,
      done: this.#tablesDone,
      of: this.#tables.size,
    })
    const copy = startCopyIn(this.#client, `copy ${nameColumns(named)} from stdin`)
    this.#open = { kind: 'table', table: named, copy, bytes: 0 }
  }

  async #beginFile(path: string): Promise<void> {
    if (this.#open.kind !== 'nothing') throw this.#damaged()
    let begun = false
    await this.#write(async () => {
      begun = await this.#target.beginFile(path)
    })
    if (!begun) throw this.#damaged()
    this.#open = { kind: 'file', bytes: 0 }
  }

  async #takeData(bytes: Buffer): Promise<void> {
    const open = this.#open
    switch (open.kind) {
      case 'nothing':
        throw this.#damaged()
      case 'table':
        await this.#load(open.table.name, () => open.copy.write(bytes))
        break
      case 'file':
        await this.#write(() => this.#target.writeFile(bytes))
        break
      default:
        open satisfies never
    }
    open.bytes += bytes.length
  }

  async #end(claimed: { bytes: number; rows: number }): Promise<void> {
    const open = this.#open
    this.#open = { kind: 'nothing' }
    if (open.kind === 'nothing' || open.bytes !== claimed.bytes) throw this.#damaged()
    if (open.kind === 'file') {
      await this.#write(() => this.#target.endFile())
      this.#options.onProgress?.({ step: 'files', name: '', done: this.#target.files, of: 0 })
      return
    }
    const rows = await this.#load(open.table.name, () => open.copy.finish())
    if (rows !== claimed.rows) throw this.#damaged()
    this.#rows += rows
    this.#tablesDone += 1
  }

  async #setSequences(states: z.infer<typeof sequencesShape>): Promise<void> {
    for (const { name, last, called } of states) {
      await this.#load(name, () =>
        this.#client.query('select setval($1::regclass, $2::bigint, $3)', [
          nameTable(name),
          last,
          called,
        ]),
      )
    }
  }

  async #load<T>(name: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw asDatabaseTrouble(error, name)
    }
  }

  async #write(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      throw asWriteTrouble(error, this.#options.source)
    }
  }

  #parse<T>(shape: z.ZodType<T>, frame: Frame): T {
    try {
      const parsed = shape.safeParse(JSON.parse(frame.payload.toString('utf8')))
      if (parsed.success) return parsed.data
    } catch {
      // Falls through to the one answer.
    }
    throw this.#damaged()
  }

  #damaged(): BackupTrouble {
    return new BackupTrouble('archive-damaged', { file: this.#options.source })
  }
}
