/** Keeps the answers to the questions asked last. */
export class Recent<Key, Value> {
  private readonly kept = new Map<Key, Value>()
  private readonly capacity: number

  constructor(capacity: number) {
    this.capacity = capacity
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
    this.kept.delete(key)
  }

  set(key: Key, value: Value): void {
    this.kept.delete(key)
    this.kept.set(key, value)
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.capacity) break
      this.kept.delete(oldest)
    }
  }
}
