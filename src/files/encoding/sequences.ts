import { ReplacementCounter } from './replacements.ts'

/** What bytes are when they are read as UTF-8. */
export interface Sequences {
  /** Characters of more than one byte. */
  valid: number
  /** Places that are no UTF-8. */
  invalid: number
}

/** Counts them, piece by piece. */
export class SequenceCounter {
  private readonly decoder = new TextDecoder('utf-8')
  private readonly genuine = new ReplacementCounter('utf-8')
  private valid = 0
  private replaced = 0

  push(bytes: Uint8Array): void {
    this.genuine.push(bytes)
    this.count(this.decoder.decode(bytes, { stream: true }))
  }

  /** So far, without a character that the last piece cuts off. */
  get counted(): Sequences {
    return { valid: this.valid, invalid: this.replaced - this.genuine.count }
  }

  /** Once nothing follows. */
  end(): Sequences {
    this.count(this.decoder.decode())
    return this.counted
  }

  private count(text: string): void {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      if (unit === 0xfffd) this.replaced++
      else if (unit > 0x7f && (unit < 0xdc00 || unit > 0xdfff)) this.valid++
    }
  }
}
