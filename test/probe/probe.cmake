# The probe: programs of the tests' own, on topics of their own (test/probe/probe.h). Its table takes the place of the
# store's: a folder that is looked into before the tree has schemas/topics.def and schemas/generated of the probe, and
# what includes them is compiled again.
set(probe ${CMAKE_BINARY_DIR}/probe)
set(probe_shared envelope position task_position parked_key dead_letter)
file(GLOB probe_schemas CONFIGURE_DEPENDS test/probe/schemas/*)
set(probe_generated ${probe}/schemas/generated/schemas.c)
foreach(name ${probe_shared})
    list(APPEND probe_copied ${CMAKE_SOURCE_DIR}/schemas/${name}.avsc)
endforeach()
foreach(file ${probe_schemas} ${probe_copied})
    get_filename_component(name ${file} NAME_WE)
    if(file MATCHES "[.]avsc$")
        list(APPEND probe_generated ${probe}/schemas/generated/${name}.c)
    endif()
endforeach()
add_custom_command(OUTPUT ${probe_generated}
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${probe}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${probe}/schemas
    COMMAND ${CMAKE_COMMAND} -E copy ${probe_schemas} ${probe_copied} ${probe}/schemas
    COMMAND fy-generate ${probe}/schemas ${probe}/schemas/generated >${probe}.log
    DEPENDS fy-generate ${probe_schemas} ${probe_copied})

file(GLOB probe_codec CONFIGURE_DEPENDS schemas/codec/*.c)
add_library(fy_probe STATIC ${probe_generated} ${probe_codec} schemas/topics.c lib/arena.c lib/err.c ${lib_sources}
    test/probe/relay.c test/probe/count.c test/probe/bench.c)
target_include_directories(fy_probe BEFORE PUBLIC ${probe})
target_link_libraries(fy_probe PUBLIC PkgConfig::RDKAFKA PkgConfig::MHD PkgConfig::SODIUM ${ROCKSDB} Threads::Threads m)

foreach(name relay count tally rmw)
    add_executable(probe-${name} test/probe/main.c)
    target_compile_definitions(probe-${name} PRIVATE PROBE=${name}_processor)
    target_link_libraries(probe-${name} fy_probe)
endforeach()
add_executable(probe-feed test/probe/feed.c)
target_include_directories(probe-feed BEFORE PRIVATE ${probe})
target_link_libraries(probe-feed fy_probe)
add_executable(probe-topics infra/tools/topics.c)
target_link_libraries(probe-topics fy_probe)
