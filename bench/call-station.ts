// Asking a running Kiteline as a device does, with the time that each answer took on the way there and back.
import { z } from 'zod'

export const name = 'wangjing'
export const password = 'a kite flies far away'

export interface Call {
  readonly body: string
  readonly milliseconds: number
}

export interface Caller {
  readonly staffId: string
  readonly post: (path: string, body: unknown) => Promise<Call>
}

const loginShape = z.object({ staff: z.object({ id: z.string() }) })

/** Founds the agency with the token from the console and stays signed in. */
export async function foundStation(address: string, token: string): Promise<Caller> {
  let cookie = ''
  const send = async (path: string, body: unknown): Promise<Call & { cookie: string }> => {
    const begun = performance.now()
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-kiteline': '1', cookie },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status} ${text.slice(0, 300)}`)
    return {
      body: text,
      milliseconds: performance.now() - begun,
      cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
    }
  }
  const agency = { name: '青山县社工站', county: '青山县', dataGuardian: '王静' }
  const admin = { name: '王静', loginName: name, password, language: 'zh-CN' }
  await send('/api/setup', { token, agency, admin })
  const entered = await send('/api/login', { loginName: name, password })
  cookie = entered.cookie
  const { staff } = loginShape.parse(JSON.parse(entered.body))
  return { staffId: staff.id, post: send }
}
