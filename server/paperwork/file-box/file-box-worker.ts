import { answer, takeOrder } from '../../kit/apart-inside.ts'
import { packFileBox } from './pack-file-box.ts'

await answer(await packFileBox(await takeOrder()))
