// The first steps of every journey, as a person takes them.
import type { Page } from 'playwright-core'
import type { Seat } from './browser.ts'
import type { StartedKiteline } from './start-kiteline.ts'

export const pin = '824613'
export const password = 'a kite flies far away'

/** First run: the door "set up my agency", then a PIN for this device, then Today. */
export async function setUpAgency(seat: Seat, kiteline: StartedKiteline): Promise<void> {
  const { page } = seat
  await page.goto(`${kiteline.address}/#setup=${kiteline.token}`)
  await page.getByRole('button', { name: '开始建立' }).click()
  await page.getByLabel('机构名称').fill('青山镇社工站')
  await page.getByLabel('所在县').fill('青山县')
  await page.getByLabel('儿童信息保护负责人').fill('王静')
  await page.getByLabel('姓名').fill('王静')
  await page.getByLabel('登录名').fill('wangjing')
  await page.getByLabel('设置密码').fill(password)
  await page.getByRole('button', { name: '建立机构' }).click()
  await choosePin(page)
}

export async function choosePin(page: Page): Promise<void> {
  await page.getByLabel(/^PIN/).fill(pin)
  await page.getByLabel('再输一次').fill(pin)
  await page.getByRole('button', { name: '设好，进入' }).click()
  await page.getByRole('heading', { name: '今日' }).waitFor()
}

export async function openSampleVillage(seat: Seat, kiteline: StartedKiteline): Promise<void> {
  const { page } = seat
  await page.goto(`${kiteline.address}/#setup=${kiteline.token}`)
  await page.getByRole('button', { name: '进入示例村' }).click()
  await choosePin(page)
}

export async function unlock(page: Page): Promise<void> {
  await page.getByLabel(/^PIN/).fill(pin)
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await page.getByRole('heading', { name: '今日' }).waitFor()
}

/** The line that tells the truth about what is only on this device. */
export async function waitUntilAllSent(page: Page): Promise<void> {
  const line = page.getByText('全部已送达', { exact: true }).first()
  await line.waitFor({ timeout: 60_000 }).catch(async (cause: unknown) => {
    const words = await page.locator('body').innerText()
    throw new Error(`not all was sent:\n${words.slice(0, 600)}`, { cause })
  })
}
