// How every guard speaks: one line per finding, path and line first, and exit code 1 on an error.
import type { Finding } from './sources.ts'

/** A named exception to a rule. It must give its reason, and it must still be needed. */
export type Exception = { rule: string; path: string; reason: string }

/** Removes the findings that an exception names; an exception nobody needs becomes a finding. */
export function applyExceptions(findings: Finding[], exceptions: readonly Exception[]): Finding[] {
  const matches = (finding: Finding, { rule, path }: Exception) =>
    finding.rule === rule && finding.path === path
  const kept = findings.filter((finding) => !exceptions.some((one) => matches(finding, one)))
  const idle = exceptions.filter((one) => !findings.some((finding) => matches(finding, one)))
  return [
    ...kept,
    ...idle.map(({ rule, path }) => ({
      path,
      line: 1,
      rule: 'exception-not-needed',
      message: `The exception for ${rule} is no longer needed: remove it from the list.`,
      level: 'error' as const,
    })),
  ]
}

/** Prints the findings and sets the exit code. */
export function reportFindings(findings: readonly Finding[]): void {
  const ordered = [...findings].sort(
    (a, b) => a.path.localeCompare(b.path) || a.line - b.line || a.rule.localeCompare(b.rule),
  )
  for (const { path, line, rule, message, level } of ordered) {
    process.stdout.write(`${level === 'warn' ? 'warn ' : ''}${path}:${line} [${rule}] ${message}\n`)
  }
  if (ordered.some(({ level }) => level === 'error')) process.exitCode = 1
}
