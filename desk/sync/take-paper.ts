import { z } from 'zod'
import type { Outcome } from '../../core/kit/outcome.ts'
import { saveFile } from '../kit/index.ts'
import { callServer } from './server.ts'

const handedShape = z.object({ name: z.string(), word: z.base64() })
type Handed = z.infer<typeof handedShape>

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Has the paper made and hands it to the browser's downloads: it is kept nowhere else. */
export async function takePaper(
  path: `/api/papers/${'group' | 'family' | 'case' | 'talk' | 'safety' | 'staff' | 'supervision' | 'transfer' | 'blank' | 'station-month'}`,
  body: Parameters<typeof callServer>[1],
): Promise<Outcome<Handed>> {
  const made = await callServer(path, body, handedShape, { timeoutSeconds: 120 })
  if (made.ok)
    saveFile(
      made.value.name,
      Uint8Array.from(atob(made.value.word), (letter) => letter.charCodeAt(0)),
      word,
    )
  return made
}
