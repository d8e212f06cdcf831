#!/usr/bin/env node
// The `kiteline` command: every way to run the house from a console.
import { enableCompileCache } from 'node:module'

const args = process.argv.slice(2)
// Statistics have arguments of their own and need nothing of the house; asked a hundred times in a
// row they should not be compiled a hundred times.
if (args[0] === 'stats') {
  enableCompileCache()
  const { runStats } = await import('./stats-command.ts')
  process.exitCode = await runStats(args.slice(1))
} else {
  const { runHouse } = await import('./run-house.ts')
  process.exitCode = await runHouse(args)
}
