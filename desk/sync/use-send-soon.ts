import { useOpenDesk } from './desk-context.ts'

/** After the server has made a record by itself (a report, a template): asks for news now instead of at the next round. */
export function useSendSoon(): () => void {
  return useOpenDesk().courier.sendSoon
}
