interface Repeated {
  readonly firstMilliseconds: number
  readonly pauseMilliseconds: number
  readonly run: () => Promise<unknown>
  /** A time that failed: the next one comes all the same. */
  readonly onTrouble: (reason: string) => void
}

/** Runs a job again and again, each time a pause after the last one ended; answers what stops it. */
export function repeatForever(job: Repeated): () => void {
  let stopped = false
  let timer = setTimeout(run, job.firstMilliseconds)
  function run(): void {
    job
      .run()
      .catch((trouble: unknown) => {
        if (!stopped) job.onTrouble(trouble instanceof Error ? trouble.message : 'unknown')
      })
      .finally(() => {
        if (!stopped) timer = setTimeout(run, job.pauseMilliseconds)
      })
  }
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
