/** A set of the numbers below `size` that gives back its smallest. */
export class NumberHeap {
  private heap: Int32Array;
  private isIn: Uint8Array;
  length = 0;
  constructor(size: number) {
    this.heap = new Int32Array(size);
    this.isIn = new Uint8Array(size);
  }
  add(value: number): void {
    if (this.isIn[value]) return;
    this.isIn[value] = 1;
    const { heap } = this;
    let at = this.length++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent]! <= value) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = value;
  }
  /** The set is not empty. */
  removeSmallest(): number {
    const { heap } = this;
    const smallest = heap[0]!;
    const value = heap[--this.length]!;
    this.isIn[smallest] = 0;
    let at = 0;
    for (let child = 1; child < this.length; child = 2 * at + 1) {
      if (child + 1 < this.length && heap[child + 1]! < heap[child]!) child += 1;
      if (heap[child]! >= value) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = value;
    return smallest;
  }
}
