// The tools speak before any language file can be read: each sentence carries both languages.
const wanted =
  process.env.LC_ALL || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale
const language = wanted.startsWith('zh') ? 'zh' : 'en'

/** @param {{ en: string, zh: string }} sentence */
export function say(sentence) {
  process.stdout.write(`${sentence[language]}\n`)
}

/**
 * Trouble: the world says no. Carries what the person can do next; never shown as a stack trace.
 */
export class Trouble extends Error {
  /** @param {{ en: string, zh: string }} sentence */
  constructor(sentence) {
    super(sentence[language])
    this.name = 'Trouble'
  }
}

/**
 * Runs a command of ours: trouble becomes one sentence and exit code 1, a bug keeps its stack.
 * @param {() => Promise<number> | number} run
 */
export async function runCommand(run) {
  try {
    process.exitCode = await run()
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    process.stderr.write(`\n${error.message}\n`)
    process.exitCode = 1
  }
}
