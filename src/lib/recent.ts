/** Keeps the answers to the questions asked last, and the latest in any case. */
export class Recent<Key, Value> {
  private readonly kept = new Map<Key, Value>()
  private readonly capacity: number
  private readonly sizeOf: (value: Value) => number
  private size = 0

  /** `capacity`: the sizes of all that is kept together; without `sizeOf` how many are kept. */
  constructor(capacity: number, sizeOf: (value: Value) => number = () => 1) {
    this.capacity = capacity
    this.sizeOf = sizeOf
  }

  get(key: Key): Value | undefined {
    const value = this.kept.get(key)
    if (value !== undefined) {
      this.kept.delete(key)
      this.kept.set(key, value)
    }
    return value
  }

  delete(key: Key): void {
    const value = this.kept.get(key)
    if (value !== undefined) this.size -= this.sizeOf(value)
    this.kept.delete(key)
  }

  set(key: Key, value: Value): void {
    this.delete(key)
    this.kept.set(key, value)
    this.size += this.sizeOf(value)
    for (const oldest of this.kept.keys()) {
      if (this.size <= this.capacity || oldest === key) break
      this.delete(oldest)
    }
  }
}
