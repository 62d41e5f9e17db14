// What the two pictures of a diagram have to show, apart from how they are drawn.

/** Signs that tell the marks apart without their colours. */
export const SIGNS = { ADDED: '+', REMOVED: '−', CHANGED: '≠', MOVED: '↔' };

/**
 * @param side before or after
 * @returns what became of each element of that picture, by its id
 */
export const onSide = (marks, side) => new Map(marks.filter((mark) => mark[side]).map((mark) => [mark[side], mark.kind]));

/** @returns a rectangle around both, so that the same place of both pictures is seen at the same place */
export const around = (one, other) => {
  const boxes = [one, other].filter(Boolean);
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x, y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
};

/** @returns the part of the whole that fits where it is read, and is never drawn smaller than can be read */
export const view = (whole, { width, height }, smallest) => {
  const scale = Math.max(smallest, Math.min(1, width / (whole.width + 60), height / (whole.height + 60)));
  return { x: whole.x - 30, y: whole.y - Math.max(30, (height / scale - whole.height) / 2), width: width / scale, height: height / scale };
};

/** What is moved in one picture is moved in the other; that one does not answer. */
export const together = (canvases) => {
  let moving = false;
  return (from) => {
    if (moving) {
      return;
    }
    moving = true;
    const { x, y, width, height } = canvases[from].viewbox();
    canvases.filter((canvas, at) => at !== from).forEach((canvas) => canvas.viewbox({ x, y, width, height }));
    moving = false;
  };
};
