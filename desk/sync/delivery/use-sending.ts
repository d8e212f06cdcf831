import { useRef, useState } from 'react'
import type { Notice } from '../../../core/contact/delivery/notice.ts'
import { type Doing, useDoing } from '../../kit/doing.ts'
import { newId } from '../clock.ts'
import { callServer } from '../server.ts'
import { oneNoticeShape } from './notice-shapes.ts'

export interface Sending {
  readonly doing: Doing
  readonly notice: Notice | null
  /** `what` is the same for the same sending: asked again before there is an answer, it keeps its number and nothing goes twice. */
  readonly send: (path: string, what: Readonly<Record<string, string>>) => Promise<Notice | null>
}

/** One message by the agency's server. Its number is kept until the server has said how it ended. */
export function useSending(): Sending {
  const doing = useDoing()
  const unanswered = useRef(new Map<string, string>())
  const underWay = useRef(false)
  const [notice, setNotice] = useState<Notice | null>(null)
  const send: Sending['send'] = async (path, what) => {
    // Two taps in one breath come before the button is drawn as busy.
    if (underWay.current) return null
    underWay.current = true
    const key = JSON.stringify([path, what])
    const id = unanswered.current.get(key) ?? newId()
    unanswered.current.set(key, id)
    try {
      const answer = await doing.run(async () => {
        const outcome = await callServer(path, { ...what, id }, oneNoticeShape)
        const isOver = !outcome.ok || outcome.value.notice.state !== 'sending'
        if (isOver) unanswered.current.delete(key)
        return outcome
      })
      if (answer !== null) setNotice(answer.notice)
      return answer?.notice ?? null
    } finally {
      underWay.current = false
    }
  }
  return { doing, notice, send }
}
