import { once } from 'node:events'
import type { Client, Connection, Submittable } from 'pg'

// What pg hands to a query object during COPY; its type declarations leave these out.
interface CopyConnection {
  readonly stream: {
    pause(): unknown
    resume(): unknown
    readonly writableNeedDrain: boolean
    destroy(): unknown
  } & NodeJS.EventEmitter
  sendCopyFromChunk(bytes: Buffer): void
  endCopyFrom(): void
}

const enoughBytes = 1024 * 1024

/** COPY … TO STDOUT as a sequence of buffers; the server waits while the reader is busy. */
export class CopyOut implements Submittable {
  readonly #sql: string
  #pieces: Buffer[] = []
  #bytes = 0
  #stream: CopyConnection['stream'] | undefined
  #paused = false
  #done = false
  #failure: unknown
  #wake: () => void = () => undefined
  rows = 0

  constructor(sql: string) {
    this.#sql = sql
  }

  submit(connection: Connection): void {
    connection.query(this.#sql)
  }

  handleCopyData(message: { chunk: Buffer }, connection: CopyConnection): void {
    // pg reuses the memory behind the chunk for the next one.
    this.#pieces.push(Buffer.from(message.chunk))
    this.#stream = connection.stream
    this.#bytes += message.chunk.length
    if (this.#bytes >= enoughBytes && !this.#paused) {
      this.#paused = true
      connection.stream.pause()
    }
    this.#wake()
  }

  handleCommandComplete(message: { text: string }): void {
    this.rows = Number(message.text.split(' ')[1] ?? 0)
  }

  handleError(error: unknown): void {
    this.#failure = error
    this.#wake()
  }

  handleReadyForQuery(): void {
    this.#done = true
    this.#wake()
  }

  /** Leaving the loop early breaks the connection, because the server cannot be asked to stop a COPY. */
  async *readAll(): AsyncGenerator<Buffer> {
    try {
      yield* this.#readOn()
    } finally {
      if (!this.#done) this.#stream?.destroy()
      // The end may have come with the piece that made us pause: the next query needs the stream flowing.
      if (this.#paused) this.#stream?.resume()
    }
  }

  async *#readOn(): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure
      if (this.#pieces.length > 0) {
        const bytes = Buffer.concat(this.#pieces)
        this.#pieces = []
        this.#bytes = 0
        yield bytes
        continue
      }
      if (this.#done) return
      await new Promise<void>((settle) => {
        this.#wake = settle
        if (this.#paused) this.#stream?.resume()
        this.#paused = false
      })
    }
  }
}

/** COPY … FROM STDIN fed piece by piece; pieces need not end where rows end. */
export class CopyIn implements Submittable {
  readonly #sql: string
  readonly #opened: Promise<CopyConnection>
  readonly #closed: Promise<void>
  #open: (connection: CopyConnection) => void = () => undefined
  #close: () => void = () => undefined
  #fail: ((error: unknown) => void)[] = []
  #failure: unknown
  rows = 0

  constructor(sql: string) {
    this.#sql = sql
    this.#opened = new Promise((settle, fail) => {
      this.#open = settle
      this.#fail.push(fail)
    })
    this.#closed = new Promise((settle, fail) => {
      this.#close = settle
      this.#fail.push(fail)
    })
    // Whoever writes or finishes hears of the failure; until then it must not count as unhandled.
    this.#opened.catch(() => undefined)
    this.#closed.catch(() => undefined)
  }

  submit(connection: Connection): void {
    connection.query(this.#sql)
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.#open(connection)
  }

  handleCommandComplete(message: { text: string }): void {
    this.rows = Number(message.text.split(' ')[1] ?? 0)
  }

  handleError(error: unknown): void {
    this.#failure = error
    for (const fail of this.#fail) fail(error)
  }

  handleReadyForQuery(): void {
    this.#close()
  }

  async write(bytes: Buffer): Promise<void> {
    const connection = await this.#opened
    if (this.#failure !== undefined) throw this.#failure
    connection.sendCopyFromChunk(bytes)
    if (!connection.stream.writableNeedDrain) return
    await Promise.race([once(connection.stream, 'drain'), this.#closed])
  }

  async finish(): Promise<number> {
    const connection = await this.#opened
    connection.endCopyFrom()
    await this.#closed
    return this.rows
  }
}

export function startCopyOut(client: Client, sql: string): CopyOut {
  return client.query(new CopyOut(sql))
}

export function startCopyIn(client: Client, sql: string): CopyIn {
  return client.query(new CopyIn(sql))
}
