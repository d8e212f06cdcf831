import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useOpenDesk } from './desk-context.ts'
import type { FileProgress } from './send-files.ts'
import { serverFileLine } from './send-parts.ts'
import { ServerTrouble } from './server.ts'
import {
  dropWaitingFile,
  type FileToKeep,
  keepFileHere,
  listWaitingFiles,
  putWaitingFile,
  type WaitingFile,
} from './waiting-files.ts'

export interface WaitingFileState extends WaitingFile {
  /** Only while it is under way from this tab. */
  readonly progress: FileProgress | null
  readonly retry: () => Promise<void>
  readonly drop: () => Promise<void>
}

const otherTabsMilliseconds = 5_000

/** Files that lie here and have not been sent. Another tab may be sending: the disk is looked at again while any waits. */
export function useWaitingFiles(): readonly WaitingFileState[] {
  const { replica, files } = useOpenDesk()
  const [waiting, setWaiting] = useState<readonly WaitingFile[]>([])
  const progress = useSyncExternalStore(files.subscribe, files.progress)
  const isAny = waiting.length > 0
  useEffect(() => {
    let current = true
    const look = () => {
      listWaitingFiles(replica)
        .then((found) => {
          if (current) setWaiting((before) => (found.length + before.length === 0 ? before : found))
        })
        .catch((trouble: unknown) => {
          if (current) reportError(trouble)
        })
    }
    look()
    replica.listeners.add(look)
    const timer = isAny ? setInterval(look, otherTabsMilliseconds) : undefined
    return () => {
      current = false
      replica.listeners.delete(look)
      clearInterval(timer)
    }
  }, [replica, isAny])
  return waiting.map((one) => ({
    ...one,
    progress: progress?.id === one.upload.id ? progress : null,
    retry: async () => {
      await putWaitingFile(replica, { ...one, refusal: null })
      files.sendSoon()
    },
    drop: async () => {
      await dropWaitingFile(replica, one.upload)
      // What has arrived of it goes now, or after some days.
      await serverFileLine.drop(one.upload).catch((trouble: unknown) => {
        if (!(trouble instanceof ServerTrouble)) throw trouble
      })
    },
  }))
}

/** Keeps a file sealed on this device until it can be sent. */
export function useKeepFile(): (file: FileToKeep) => Promise<WaitingFile> {
  const { replica, files, clock } = useOpenDesk()
  return useCallback(
    async (file) => {
      const kept = await keepFileHere(replica, clock, file)
      files.sendSoon()
      return kept
    },
    [replica, files, clock],
  )
}
