import { DatabaseTrouble } from '../database/launcher/database-trouble.ts'
import { SchemaTrouble } from '../database/migrate.ts'
import { runCommand } from './commands.ts'
import { KeyTrouble } from './key-folder.ts'
import { readSettings, UsageTrouble } from './settings.ts'

/** Runs a command of the house; what is known to go wrong is told in a sentence. Answers the exit code. */
export async function runHouse(args: readonly string[]): Promise<number> {
  try {
    return await runCommand(readSettings(args, process.env))
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
    return 1
  }
}
