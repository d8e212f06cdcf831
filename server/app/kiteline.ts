#!/usr/bin/env node
// The `kiteline` command: every way to run the house from a console.
import { DatabaseTrouble } from '../database/launcher/database-trouble.ts'
import { SchemaTrouble } from '../database/migrate.ts'
import { KeyTrouble } from './master-key.ts'
import { readSettings, UsageTrouble } from './settings.ts'

try {
  const args = process.argv.slice(2)
  // Statistics have arguments of their own and need nothing of the house.
  if (args[0] === 'stats') {
    const { runStats } = await import('./stats-command.ts')
    process.exitCode = await runStats(args.slice(1))
  } else {
    const { runCommand } = await import('./commands.ts')
    process.exitCode = await runCommand(readSettings(args, process.env))
  }
} catch (trouble) {
  const known =
    trouble instanceof UsageTrouble ||
    trouble instanceof DatabaseTrouble ||
    trouble instanceof SchemaTrouble ||
    trouble instanceof KeyTrouble
  process.stderr.write(
    known
      ? `${trouble.message}\n`
      : `${trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble)}\n`,
  )
  process.exitCode = 1
}
