import { randomBytes } from 'node:crypto'
import { foundAgency } from '../access/accounts.ts'
import type { House } from './house.ts'

const names = {
  'zh-CN': { agency: '纸鸢示例社工站（虚构）', county: '示例县', worker: '林晓', login: 'sample' },
  en: {
    agency: 'Kiteline sample station (fictional)',
    county: 'Sample County',
    worker: 'Lin Xiao',
    login: 'sample',
  },
} as const

/** Founds the fictional agency; its village is planted through the same changes as real records. */
export async function plantSample(
  house: House,
  language: 'zh-CN' | 'en',
): Promise<{ agencyId: string; staffId: string }> {
  const text = names[language]
  const founded = await foundAgency(
    house,
    { name: text.agency, county: text.county, dataGuardian: text.worker, sample: true },
    {
      name: text.worker,
      loginName: `${text.login}-${randomBytes(3).toString('hex')}`,
      roles: ['agencyAdmin', 'supervisor', 'socialWorker'],
      language,
    },
    randomBytes(24).toString('base64url'),
  )
  if (!founded.ok) throw new Error(`The sample could not be founded: ${founded.refusal.id}`)
  return founded.value
}
