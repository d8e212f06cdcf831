#!/usr/bin/env node
// The `kiteline` command: every way to run the house from a console.
import { DatabaseTrouble } from '../database/launcher/database-trouble.ts'
import { SchemaTrouble } from '../database/migrate.ts'
import { runCommand } from './commands.ts'
import { KeyTrouble } from './master-key.ts'
import { readSettings, UsageTrouble } from './settings.ts'

try {
  process.exitCode = await runCommand(readSettings(process.argv.slice(2), process.env))
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
