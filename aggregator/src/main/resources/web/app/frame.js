/** Draws at most once per frame, however many events arrive; what comes by itself is drawn a few times a second, what somebody asks for at once. */

const SOON_MILLIS = 400;

export class Frame {
  #scheduled = 0;
  #waiting = 0;

  constructor(draw) {
    this.draw = draw;
  }

  /** With the next frame. */
  schedule() {
    this.#scheduled ||= requestAnimationFrame(() => {
      this.#scheduled = 0;
      clearTimeout(this.#waiting);
      this.#waiting = 0;
      this.draw();
    });
  }

  /** Together with whatever else comes within a moment. */
  soon() {
    this.#waiting ||= setTimeout(() => this.schedule(), SOON_MILLIS);
  }

  close() {
    cancelAnimationFrame(this.#scheduled);
    clearTimeout(this.#waiting);
    this.#scheduled = 0;
    this.#waiting = 0;
  }
}
