import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ServedVillage } from './serve-village.ts'
import { readVillage } from './village-parse.ts'

export interface RunningVillage {
  readonly village: ServedVillage
  readonly stop: () => Promise<void>
}

/** The server runs in a process of its own, as it would; arguments such as --cpu-prof reach it. */
export async function startVillage(
  execArgv: readonly string[] = [],
  families = 200,
): Promise<RunningVillage> {
  const child = fork(
    fileURLToPath(new URL('./serve-village.ts', import.meta.url)),
    [String(families)],
    {
      execArgv: [...execArgv],
    },
  )
  const [message] = await once(child, 'message')
  return {
    village: readVillage(message),
    stop: async () => {
      const exit = once(child, 'exit')
      child.disconnect()
      await exit
    },
  }
}
