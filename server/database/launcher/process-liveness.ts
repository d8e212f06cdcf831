import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import { readErrorCode } from './database-trouble.ts'

export type Liveness = 'alive' | 'zombie' | 'gone'

/** A killed process that nobody has waited for yet is a zombie: it owns nothing any more, but its id still answers. */
export function readLiveness(pid: number): Liveness {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (readErrorCode(error) === 'ESRCH') return 'gone'
  }
  return readState(pid).startsWith('Z') ? 'zombie' : 'alive'
}

function readState(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      return stat.slice(stat.lastIndexOf(')') + 2)
    }
    if (process.platform === 'win32') return ''
    return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Whether the process works in this folder as PostgreSQL does; unknown outside Linux. */
export function worksIn(pid: number, folder: string): boolean | 'unknown' {
  if (process.platform !== 'linux') return 'unknown'
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

/** Server processes (any of these programs) that still work in the folder; only Linux can tell, elsewhere none. */
export function listProcessesIn(folder: string, programs: readonly string[]): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && worksIn(pid, folder) === true && runs(pid, programs))
}

function runs(pid: number, programs: readonly string[]): boolean {
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(' (deleted)', '')
    return programs.includes(program)
  } catch {
    return false
  }
}

export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (readErrorCode(error) !== 'ESRCH') throw error
  }
}
