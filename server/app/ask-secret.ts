import { createInterface } from 'node:readline/promises'
import { UsageTrouble } from './settings.ts'

/** A secret from the environment or the console; never from the command line, where every user of the machine can read it. */
export async function askSecret(question: string, variable: string): Promise<string> {
  const given = process.env[variable]
  if (given !== undefined && given !== '') return given
  if (!process.stdin.isTTY) throw new UsageTrouble(`${variable}?`)
  const ask = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await ask.question(question)
  } finally {
    ask.close()
  }
}
