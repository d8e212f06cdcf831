import { z } from 'zod'
import type { RightsRequest } from '../../../core/families/rights-request.ts'
import { currentLanguage, type Doing, saveFile } from '../../kit/index.ts'
import { callServer, type LocalRecord } from '../../sync/index.ts'

const copyShape = z.object({ page: z.string(), hash: z.string() })
type Copy = z.infer<typeof copyShape>

/** Made by the server on the spot, and noted there; null when it came to nothing. */
export async function fetchCopy(
  doing: Doing,
  { id, familyId }: LocalRecord<RightsRequest>,
): Promise<Copy | null> {
  const asked = { familyId, requestId: id, language: currentLanguage() }
  return doing.run(() => callServer('/api/rights/copy', asked, copyShape))
}

/** As a file; answers its fingerprint. */
export async function saveCopy(
  doing: Doing,
  request: LocalRecord<RightsRequest>,
): Promise<string | null> {
  const copy = await fetchCopy(doing, request)
  if (copy === null) return null
  saveFile(`copy-${request.receivedOn}.html`, copy.page, 'text/html;charset=utf-8')
  return copy.hash
}
