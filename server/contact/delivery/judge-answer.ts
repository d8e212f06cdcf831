import { failed, sent, unknown, type DeliveryOutcome } from './adapter.ts'
import type { GatewayAnswer } from './guarded-request.ts'

/** DLV-7: sent only where the gateway says so; what may have happened is `unknown`, and not tried again. */
export function judgeAnswer(answer: GatewayAnswer, goodAnswer: string): DeliveryOutcome {
  switch (answer.came) {
    case 'refused':
      return failed('addressRefused')
    case 'notConnected':
      return failed('notConnected')
    case 'notSecured':
      return failed('noSecureLine')
    case 'lost':
      return unknown(answer.why)
    case 'answered':
      return judgeStatus(answer, goodAnswer)
  }
}

/** See other, time-out of a request that was being read, conflict. */
const tookIt: readonly number[] = [303, 408, 409]

function judgeStatus(
  { status, text, whole }: Extract<GatewayAnswer, { came: 'answered' }>,
  goodAnswer: string,
): DeliveryOutcome {
  // "Look over there" may follow on a message that was taken, and "already there" does.
  if (tookIt.includes(status)) return unknown('troubleAtGateway')
  if (status >= 300 && status < 400) return failed('redirected')
  if (status >= 400 && status < 500) return failed('refusedByGateway')
  if (status < 200 || status >= 500) return unknown('troubleAtGateway')
  if (goodAnswer === '' || text.includes(goodAnswer)) return sent
  return whole ? failed('answerNotGood') : unknown('answerTooLong')
}
