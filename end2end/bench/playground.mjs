// A neutral equivalent of TensorFlow Playground's engine: a network of objects, one for each neuron and each link, as its published source
// builds it (sums over links, gradients gathered example by example, weights moved after a batch). Written here anew: it is in no registry.

// Runs in the page: a network with these sizes of layers, that learns by `batch(inputs, targets)`.
export function objects(sizes) {
  const relu = { output: (x) => Math.max(0, x), slope: (x) => (x <= 0 ? 0 : 1) };
  const linear = { output: (x) => x, slope: () => 1 };
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647 - 0.5;
  const neuron = (layer) => ({
    from: [], to: [], bias: 0.1, sum: 0, output: 0, outputSlope: 0, sumSlope: 0, gathered: 0, count: 0,
    activation: layer === sizes.length - 1 ? linear : relu,
  });
  const layers = sizes.map((size, layer) => Array.from({ length: size }, () => neuron(layer)));
  for (let layer = 1; layer < layers.length; layer += 1) {
    for (const dest of layers[layer]) {
      for (const source of layers[layer - 1]) {
        const link = { source, dest, weight: random() * 0.1, slope: 0, gathered: 0, count: 0 };
        source.to.push(link);
        dest.from.push(link);
      }
    }
  }
  const forward = (input) => {
    layers[0].forEach((node, place) => (node.output = input[place]));
    for (let layer = 1; layer < layers.length; layer += 1) {
      for (const node of layers[layer]) {
        node.sum = node.bias;
        for (let place = 0; place < node.from.length; place += 1) node.sum += node.from[place].weight * node.from[place].source.output;
        node.output = node.activation.output(node.sum);
      }
    }
  };
  const backward = (target) => {
    layers.at(-1).forEach((node, place) => (node.outputSlope = node.output - target[place]));
    for (let layer = layers.length - 1; layer >= 1; layer -= 1) {
      for (const node of layers[layer]) {
        node.sumSlope = node.outputSlope * node.activation.slope(node.sum);
        node.gathered += node.sumSlope;
        node.count += 1;
      }
      for (const node of layers[layer]) {
        for (let place = 0; place < node.from.length; place += 1) {
          const link = node.from[place];
          link.slope = node.sumSlope * link.source.output;
          link.gathered += link.slope;
          link.count += 1;
        }
      }
      if (layer === 1) continue;
      for (const node of layers[layer - 1]) {
        node.outputSlope = 0;
        for (let place = 0; place < node.to.length; place += 1) node.outputSlope += node.to[place].weight * node.to[place].dest.sumSlope;
      }
    }
  };
  const move = (rate) => {
    for (const node of layers.slice(1).flat()) {
      node.bias -= (rate * node.gathered) / node.count;
      node.gathered = node.count = 0;
      for (let place = 0; place < node.from.length; place += 1) {
        const link = node.from[place];
        link.weight -= (rate / link.count) * link.gathered;
        link.gathered = link.count = 0;
      }
    }
  };
  return {
    batch(inputs, targets) {
      inputs.forEach((input, example) => {
        forward(input);
        backward(targets[example]);
      });
      move(0.01);
    },
  };
}
