package lectern.demo;

import java.util.UUID;

/// A topic of the demo city.
record DemoTopic(UUID id, String code, String name, int minutes) {}
