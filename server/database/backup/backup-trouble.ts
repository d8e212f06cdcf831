import { readErrorCode, readErrorText } from '../launcher/database-trouble.ts'
import { backupTroubleTexts } from './backup-trouble-texts.ts'
import type { BackupProblem } from './backup-trouble-texts.ts'

export type { BackupProblem }

/** A backup or restore that did not happen, with the reason a person can act on. */
export class BackupTrouble extends Error {
  override readonly name = 'BackupTrouble'
  readonly problem: BackupProblem
  readonly values: Readonly<Record<string, string>>

  constructor(problem: BackupProblem, values: Record<string, string> = {}, cause?: unknown) {
    super(fillText(backupTroubleTexts[problem].en, values), cause === undefined ? {} : { cause })
    this.problem = problem
    this.values = values
  }

  get exitCode(): number {
    return backupTroubleTexts[this.problem].exitCode
  }

  describe(language: 'zh-CN' | 'en'): string {
    return fillText(backupTroubleTexts[this.problem][language], this.values)
  }
}

function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** For errors of the file that is written: the archive, or what a restore unpacks. */
export function asWriteTrouble(error: unknown, file: string): unknown {
  if (error instanceof BackupTrouble) return error
  const code = readErrorCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupTrouble('disk-full', { file }, error)
  if (code !== undefined && /^E[A-Z]+$/.test(code)) {
    return new BackupTrouble('target-unwritable', { file, reason: readErrorText(error) }, error)
  }
  return error
}

/** For errors of what is saved: the files folder or the key. */
export function asReadTrouble(error: unknown, folder: string): unknown {
  if (error instanceof BackupTrouble) return error
  const code = readErrorCode(error)
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return error
  return new BackupTrouble('files-unreadable', { folder, reason: code }, error)
}

/**
 * For errors of the database. Only the code and our own words go on: PostgreSQL's message about a row can quote what
 * the row says about a child.
 */
export function asDatabaseTrouble(error: unknown, what: string): unknown {
  if (error instanceof BackupTrouble) return error
  const code = readErrorCode(error)
  const lost =
    code === undefined
      ? /connection terminated|connection ended|client has encountered|not queryable/i.test(
          readErrorText(error),
        )
      : /^(ECONN|EPIPE|57P0|08)/.test(code)
  if (lost) return new BackupTrouble('server-lost', {}, error)
  if (code === '55P03') return new BackupTrouble('database-busy', {}, error)
  if (code === '53100') return new BackupTrouble('disk-full', { file: what }, error)
  if (code !== undefined && /^[0-9A-Z]{5}$/.test(code)) {
    return new BackupTrouble('database-refused', { code, what })
  }
  return error
}

export function asConnectTrouble(error: unknown): BackupTrouble {
  return new BackupTrouble('database-unreachable', { reason: readErrorText(error) }, error)
}
