/** Draws at most once per frame, however many events arrive. */
export class Frame {
  #scheduled = 0;

  constructor(draw) {
    this.draw = draw;
  }

  schedule() {
    this.#scheduled ||= requestAnimationFrame(() => {
      this.#scheduled = 0;
      this.draw();
    });
  }

  close() {
    cancelAnimationFrame(this.#scheduled);
    this.#scheduled = 0;
  }
}
