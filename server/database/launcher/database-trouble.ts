import { databaseTroubleTexts } from './database-trouble-texts.ts'
import type { DatabaseProblem } from './database-trouble-texts.ts'

export type { DatabaseProblem }
export type TroubleLanguage = 'zh-CN' | 'en'

/** The world says no: thrown by the launcher and the backup, shown by whoever stands at the border. */
export class DatabaseTrouble extends Error {
  override readonly name = 'DatabaseTrouble'
  readonly problem: DatabaseProblem
  readonly values: Readonly<Record<string, string>>

  constructor(problem: DatabaseProblem, values: Record<string, string>, cause?: unknown) {
    super(fillText(databaseTroubleTexts[problem].en, values), cause === undefined ? {} : { cause })
    this.problem = problem
    this.values = values
  }

  describe(language: TroubleLanguage): string {
    return fillText(databaseTroubleTexts[this.problem][language], this.values)
  }
}

function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** The code that Node (ENOENT …) or PostgreSQL (SQLSTATE) put on an error. */
export function readErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

export function readErrorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Turns what the file system said about the data folder into trouble a person can act on. */
export function asDataDirTrouble(error: unknown, dataDir: string): unknown {
  if (error instanceof DatabaseTrouble) return error
  switch (readErrorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new DatabaseTrouble('disk-full', { dataDir }, error)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EIO':
      return new DatabaseTrouble(
        'data-dir-unreadable',
        { dataDir, reason: readErrorText(error) },
        error,
      )
    default:
      return error
  }
}

/** Recognises in what the server wrote the causes that a person can remove. */
export function asServerTrouble(
  output: string,
  problem: 'init-failed' | 'start-failed',
  values: { dataDir: string; log: string },
): DatabaseTrouble {
  if (/no space left on device|disk quota exceeded/i.test(output)) {
    return new DatabaseTrouble('disk-full', { dataDir: values.dataDir })
  }
  const telling = output
    .split('\n')
    .map((line) => line.replace(/^.*?(FATAL|PANIC|ERROR|error|initdb: error):\s*/, '$1: ').trim())
    .filter((line) => /FATAL|PANIC|ERROR|error/.test(line))
  const reason = telling.at(-1) ?? output.trim().split('\n').at(-1) ?? ''
  if (/permission denied|read-only file system|input\/output error/i.test(reason)) {
    return new DatabaseTrouble('data-dir-unreadable', { dataDir: values.dataDir, reason })
  }
  return new DatabaseTrouble(problem, { ...values, reason })
}
