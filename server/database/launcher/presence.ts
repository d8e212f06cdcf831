import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import type { ClusterTools } from './create-cluster.ts'
import { readErrorText } from './database-trouble.ts'
import { inspectServer } from './inspect-server.ts'
import { stopServer } from './reach-server.ts'
import { withStartLock } from './start-lock.ts'

// Any number no other part of Kiteline uses, in the database "postgres" where nothing else locks.
const presenceLock = '7307421501'

type PresenceTools = Pick<ClusterTools, 'place' | 'log'>

/**
 * That this Kiteline uses the server: a connection holding a shared advisory lock, which vanishes with its process.
 * Whoever can take the lock alone is the last one. Losing the connection means the server died: it is brought up again.
 */
export class Presence {
  readonly #tools: PresenceTools
  readonly #bringUp: () => Promise<Client>
  #client: Client
  #revival: Promise<void> = Promise.resolve()
  #left: Promise<void> | undefined

  constructor(tools: PresenceTools, client: Client, bringUp: () => Promise<Client>) {
    this.#tools = tools
    this.#bringUp = bringUp
    this.#client = client
    this.#watch(client)
  }

  static async enter(client: Client): Promise<void> {
    await client.query('select pg_advisory_lock_shared($1)', [presenceLock])
  }

  leave(): Promise<void> {
    this.#left ??= this.#leaveAfterRevival()
    return this.#left
  }

  async #leaveAfterRevival(): Promise<void> {
    await this.#revival
    const { place } = this.#tools
    if (await withStartLock(place, () => this.#leaveAlone())) return
    // The connection was lost, the server perhaps not (it restarts itself after a crash of one of its processes).
    if (inspectServer(place).state !== 'running') return
    this.#client = await this.#bringUp()
    await withStartLock(place, () => this.#leaveAlone())
  }

  #watch(client: Client): void {
    let heard = false
    const lost = () => {
      if (heard || this.#left !== undefined) return
      heard = true
      this.#revival = this.#returnToLife()
    }
    client.once('end', lost)
    // It may have ended before anybody listened: a server can die while it is being prepared.
    client.query('select 1').catch(lost)
  }

  async #returnToLife(): Promise<void> {
    const { log } = this.#tools
    log('the database server was lost; starting it again')
    for (let pause = 250; this.#left === undefined; pause = Math.min(pause * 2, 10_000)) {
      try {
        this.#client = await this.#bringUp()
        this.#watch(this.#client)
        log('the database server is back')
        return
      } catch (error) {
        log(`the database server could not be started: ${readErrorText(error)}`)
        await sleep(pause)
      }
    }
  }

  /** False when the connection does not tell any more who else is there. */
  async #leaveAlone(): Promise<boolean> {
    const client = this.#client
    let last = false
    try {
      await client.query('select pg_advisory_unlock_shared($1)', [presenceLock])
      const alone = await client.query<{ alone: boolean }>(
        'select pg_try_advisory_lock($1) as alone',
        [presenceLock],
      )
      last = alone.rows[0]?.alone ?? false
      await client.end()
    } catch (error) {
      this.#tools.log(`the connection was lost before it was left: ${readErrorText(error)}`)
      return false
    }
    if (last) await stopServer(this.#tools)
    return true
  }
}
